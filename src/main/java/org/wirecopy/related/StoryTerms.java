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
    final Word word;
    int count;
    boolean inHeadline;
    boolean inLead;
    boolean name;
    private char[] text;
    private int start;
    private int end;

    Term(Word word, char[] text, int start, int end) {
      this.word = word;
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
    Words words = new Words(vocabulary);
    char[] head =
        headline.substring(0, Math.min(headline.length(), LONGEST_HEADLINE)).toCharArray();
    boolean shouting = shouting(head);
    words.each(
        head,
        (word, start, end, capital) -> {
          if (!word.common() && telling(word)) {
            story.add(word, head, start, end, false).inHeadline = true;
          }
          return true;
        });
    char[] body = text.substring(0, Math.min(text.length(), LONGEST_BODY_CHARS)).toCharArray();
    int[] count = {0};
    words.each(
        body,
        (word, start, end, capital) -> {
          if (!word.common() && telling(word)) {
            Term term = story.add(word, body, start, end, capital && !shouting);
            term.inLead |= count[0] < LEAD_WORDS;
          }
          return ++count[0] < LONGEST_BODY_WORDS;
        });
    return story;
  }

  /** A single Latin letter or digit tells nothing. */
  private static boolean telling(Word word) {
    return word.stem().length() > 1 || word.stem().charAt(0) > 0x2E00;
  }

  private static boolean shouting(char[] text) {
    for (char c : text) {
      if (Character.isLowerCase(c)) {
        return false;
      }
    }
    return true;
  }

  private Term add(Word word, char[] text, int start, int end, boolean capital) {
    int mask = table.length - 1;
    int slot = word.hash() & mask;
    while (true) {
      @Nullable Term term = table[slot];
      if (term == null) {
        term = new Term(word, text, start, end);
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
      if (term.word.hash() == word.hash()) {
        term.count++;
        if (capital && !term.name) {
          term.nameAt(text, start, end);
        }
        return term;
      }
      slot = (slot + 1) & mask;
    }
  }

  private void grow() {
    @Nullable Term[] wider = new Term[table.length * 2];
    for (int i = 0; i < size; i++) {
      int slot = terms[i].word.hash() & (wider.length - 1);
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
