package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.intake.Dates.Stated;

/**
 * What stands between a written story's headline and its text: a subhead, who wrote it, and when.
 *
 * @param date as it is printed, or null
 * @param subhead the line above byline and date, or null
 * @param rest the text below
 */
public record Opening(
    Byline byline, @Nullable Stated date, @Nullable String subhead, List<Block> rest) {
  private static final int PARAGRAPHS = 5;
  private static final int LONGEST = 120;
  private static final int LONGEST_BESIDE_DATE = 16;
  private static final Pattern PARTS = Pattern.compile("\\s+[|•·/–—]\\s+");

  public Opening {
    rest = List.copyOf(rest);
  }

  /** Looks through the first paragraphs below a headline, up to the first sentence. */
  public static Opening of(List<Block> blocks, Source source) {
    List<Block> top = new ArrayList<>();
    for (Block block : blocks.subList(0, Math.min(PARAGRAPHS, blocks.size()))) {
      String text = block.text().strip();
      boolean told = Bylines.recognise(text) != null || isDate(text, source);
      if (text.length() > LONGEST || (!told && isSentence(text))) {
        break;
      }
      top.add(block);
    }
    Search search = new Search(source, top);
    search.look();
    List<Block> rest = new ArrayList<>(search.rest);
    rest.addAll(blocks.subList(top.size(), blocks.size()));
    return new Opening(search.byline, search.date, search.subhead, rest);
  }

  private static boolean isSentence(String text) {
    return !text.isEmpty() && ".!?:…".indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** True for a line that is a date and little else. */
  public static boolean isDate(String text, Source source) {
    return date(text, source) != null;
  }

  private static @Nullable Stated date(String text, Source source) {
    if (text.length() > LONGEST) {
      return null;
    }
    Stated stated = Dates.find(text, source.zone(), source.language());
    boolean alone =
        stated != null && text.length() - (stated.end() - stated.start()) <= LONGEST_BESIDE_DATE;
    return alone ? stated : null;
  }

  /** Takes the lines apart, in one pass. */
  private static final class Search {
    private final Source source;
    private final List<Block> top;
    private final List<Block> rest = new ArrayList<>();
    private Byline byline = Byline.NONE;
    private @Nullable Stated date;
    private @Nullable String subhead;

    Search(Source source, List<Block> top) {
      this.source = source;
      this.top = top;
    }

    void look() {
      int first = -1;
      int last = -1;
      for (int i = 0; i < top.size(); i++) {
        if (isMeta(i)) {
          first = first < 0 ? i : first;
          last = i;
        }
      }
      for (int i = 0; i < top.size(); i++) {
        Block block = top.get(i);
        boolean line = block.kind() == Block.Kind.PARAGRAPH;
        if (i < first && subhead == null && line) {
          subhead = block.text().strip();
        } else if (i < first || i > last || !take(block.text().strip())) {
          rest.add(block);
        }
      }
    }

    /** A name alone is a byline only where a date stands beside it. */
    private boolean isMeta(int at) {
      String text = top.get(at).text().strip();
      if (Bylines.recognise(text) != null || isDate(text, source) || isBoth(text)) {
        return true;
      }
      boolean dated = at + 1 < top.size() && isDate(top.get(at + 1).text().strip(), source);
      return dated && Bylines.isNames(text);
    }

    /** "By Ana Moor | 14 March 2026". */
    private boolean isBoth(String text) {
      String[] parts = PARTS.split(text);
      boolean dated = false;
      for (String part : parts) {
        boolean date = isDate(part, source);
        if (!date && Bylines.recognise(part) == null && !Bylines.isNames(part)) {
          return false;
        }
        dated |= date;
      }
      return dated && parts.length > 1;
    }

    private boolean take(String text) {
      boolean taken = false;
      for (String part : isBoth(text) ? PARTS.split(text) : new String[] {text}) {
        Stated stated = date == null ? date(part, source) : null;
        Byline named = byline == Byline.NONE && stated == null ? named(part) : null;
        date = stated == null ? date : stated;
        byline = named == null ? byline : named;
        taken |= stated != null || named != null;
      }
      return taken;
    }

    private static @Nullable Byline named(String text) {
      Byline named = Bylines.recognise(text);
      return named == null && Bylines.isNames(text) ? Bylines.of(text) : named;
    }
  }
}
