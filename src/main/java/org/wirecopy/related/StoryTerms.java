package org.wirecopy.related;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The telling words of one story: each once, with how often, where, and whether as a name.
 *
 * <p>Words are told apart by the hash of their stem: two that share one count as the same, which
 * happens about once in a thousand stories and costs nothing that anybody could see.
 */
final class StoryTerms {
  /** What lies beyond adds cost and blurs the subject. */
  static final int LONGEST_BODY_WORDS = 600;

  private static final int LEAD_WORDS = 45;
  private static final int LONGEST_HEADLINE = 500;
  private static final int LONGEST_BODY_CHARS = 12_000;

  /** One word of the story. */
  static final class Term {
    /** Of its stem, see {@link Word}. */
    final int hash;

    int count;
    boolean inHeadline;
    boolean inLead;
    boolean name;
    private char[] text;
    private int start;
    private int end;

    Term(int hash, char[] text, int start, int end) {
      this.hash = hash;
      this.text = text;
      this.start = start;
      this.end = end;
    }

    /** The word as the story writes it: as a name where it is one. */
    String surface() {
      return new String(text, start, end - start);
    }

    private void nameAt(char[] where, int from, int to) {
      name = true;
      text = where;
      start = from;
      end = to;
    }
  }

  private @Nullable Term[] table = new Term[512];
  private Term[] terms = new Term[192];
  private int size;

  private StoryTerms() {}

  static StoryTerms of(Vocabulary vocabulary, String headline, String text) {
    StoryTerms story = new StoryTerms();
    char[] head = beginning(headline, LONGEST_HEADLINE);
    boolean shouting = shouting(head);
    Words words = new Words(vocabulary, head);
    while (words.next()) {
      if (words.word().telling()) {
        story.add(words, head, false).inHeadline = true;
      }
    }
    char[] body = beginning(text, LONGEST_BODY_CHARS);
    words = new Words(vocabulary, body);
    for (int count = 0; count < LONGEST_BODY_WORDS && words.next(); count++) {
      if (words.word().telling()) {
        Term term = story.add(words, body, words.capital() && !shouting);
        term.inLead |= count < LEAD_WORDS;
      }
    }
    return story;
  }

  private static char[] beginning(String text, int longest) {
    char[] chars = new char[Math.min(text.length(), longest)];
    text.getChars(0, chars.length, chars, 0);
    return chars;
  }

  private static boolean shouting(char[] text) {
    for (char c : text) {
      if (Character.isLowerCase(c)) {
        return false;
      }
    }
    return true;
  }

  private Term add(Words words, char[] text, boolean capital) {
    int hash = words.word().hash();
    int mask = table.length - 1;
    int slot = hash & mask;
    while (true) {
      @Nullable Term term = table[slot];
      if (term == null) {
        term = new Term(hash, text, words.start(), words.end());
        table[slot] = term;
        if (size == terms.length) {
          terms = Arrays.copyOf(terms, size * 2);
        }
        terms[size++] = term;
        if (size * 2 > table.length) {
          grow();
        }
        term.count = 1;
        term.name = capital;
        return term;
      }
      if (term.hash == hash) {
        term.count++;
        if (capital && !term.name) {
          term.nameAt(text, words.start(), words.end());
        }
        return term;
      }
      slot = (slot + 1) & mask;
    }
  }

  private void grow() {
    @Nullable Term[] wider = new Term[table.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = terms[i].hash & (wider.length - 1);
      while (wider[slot] != null) {
        slot = (slot + 1) & (wider.length - 1);
      }
      wider[slot] = terms[i];
    }
    table = wider;
  }

  int size() {
    return size;
  }

  Term get(int i) {
    return terms[i];
  }
}
