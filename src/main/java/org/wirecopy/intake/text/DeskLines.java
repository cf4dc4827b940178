package org.wirecopy.intake.text;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.StandingHead;

/**
 * What desks, agencies and press offices write above a story for other desks: slugs, stamps, labels
 * and notes. None is the headline, and none is of the body.
 */
public final class DeskLines {
  private static final int REACH = 8;
  private static final int FEWEST_WORDS = 2;

  /** "(Adds quotes)", "Eds: Adds quotes." */
  private static final Pattern NOTE =
      Pattern.compile(
          "\\(.+\\)|(?:eds|editors|notes? to editors)\\s*:.+", Pattern.CASE_INSENSITIVE);

  /** "BC-US--Tram Vote, 4th Ld-Writethru", "AFP 291405 GMT NOV 26", "TRAM-VOTE/ (UPDATE 1)" */
  private static final Pattern SLUG =
      Pattern.compile(
          "(?:BC|AM|PM)-\\p{Lu}\\S.*"
              + "|\\p{Lu}{2,8} \\d{6}Z? (?:GMT|UTC|\\p{Lu}{3,4})\\b.*"
              + "|\\p{Lu}[\\p{Lu}\\d]*(?:-[\\p{Lu}\\d]+)+/?(?: \\([\\p{Lu}\\d -]+\\))?");

  private final List<TextLine> lines;
  private final LineReader reader;
  private final int end;

  private DeskLines(List<TextLine> lines, LineReader reader, int end) {
    this.lines = lines;
    this.reader = reader;
    this.end = end;
  }

  /**
   * Those above the first paragraph. Where no line is as long as a paragraph, as in a brief or a
   * poem, only the first line may be one.
   */
  static DeskLines above(List<TextLine> lines, LineReader reader) {
    int first = 0;
    while (first < lines.size() && !lines.get(first).is(LineKind.PROSE)) {
      first++;
    }
    return new DeskLines(
        lines, reader, first < lines.size() ? Math.min(first, REACH) : Math.min(first, 1));
  }

  /** None: a page has no lines of the desk. */
  static DeskLines none(LineReader reader) {
    return new DeskLines(List.of(), reader, 0);
  }

  /** True of a line that is one wherever it stands above the first paragraph. */
  boolean has(int i) {
    return i < end && (isSlug(lines.get(i)) || isNote(lines.get(i)));
  }

  /** Other marked lines together with these. */
  boolean[] with(boolean[] marked) {
    boolean[] both = marked.clone();
    for (int i = 0; i < end; i++) {
      both[i] |= has(i);
    }
    return both;
  }

  /**
   * True of a line that cannot be the headline. A day told from the present is none of these, as in
   * "What we know today".
   */
  boolean isNoHeadline(int i) {
    if (i >= end) {
      return false;
    }
    TextLine line = lines.get(i);
    boolean dated = line.is(LineKind.DATE) && reader.date(line.text(), 0) != null;
    boolean office = i > 0 && line.isOfficeBelow(lines.get(i - 1));
    return has(i) || dated || line.is(LineKind.BYLINE) || isDated(line) || office;
  }

  /** "Embargo: 30 November 2026" */
  private boolean isDated(TextLine line) {
    int colon = line.text().indexOf(':');
    if (colon < 0 || !line.kind().isText()) {
      return false;
    }
    Stated date = reader.date(line.text(), 0);
    return date != null && date.start() > colon && date.start() <= colon + 2;
  }

  /**
   * The notes in order, or null if there are none.
   *
   * @param headline its line; above it a labelled date is a note
   */
  @Nullable String note(int headline) {
    String note =
        IntStream.range(0, end)
            .filter(i -> isNote(lines.get(i)) || (i < headline && isDated(lines.get(i))))
            .mapToObj(i -> lines.get(i).text())
            .collect(Collectors.joining(" "));
    return note.isEmpty() ? null : note;
  }

  private static boolean isNote(TextLine line) {
    return line.kind().isText()
        && !line.bullet()
        && Sentences.words(line.text()) >= FEWEST_WORDS
        && NOTE.matcher(line.text()).matches();
  }

  /** True of the name under which desks speak of a story, such as {@code BC-US--Tram Vote}. */
  public static boolean isSlug(String line) {
    return SLUG.matcher(line).matches();
  }

  private static boolean isSlug(TextLine line) {
    return line.kind().isText()
        && (SLUG.matcher(line.text()).matches() || StandingHead.is(line.text()));
  }
}
