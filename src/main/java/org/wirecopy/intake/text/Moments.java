package org.wirecopy.intake.text;

import java.util.List;
import java.util.regex.Pattern;

/** Lines that date a part of a story: the year in a timeline, the time of day in a live report. */
final class Moments {
  private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?");
  private static final Pattern YEAR = Pattern.compile("(?:1[5-9]|20)\\d{2}:?");
  private static final Pattern SPAN =
      Pattern.compile("\\(?(?:1[5-9]|20)\\d{2} ?[-–—/] ?(?:(?:1[5-9]|20)\\d{2}|\\d{2})\\)?");

  private Moments() {}

  /**
   * True of a line that dates what is below it, as at least one more line does. One alone tells
   * when a text was published; the span of a life or an office does not.
   */
  static boolean begins(List<TextLine> lines, int line) {
    if (!isFigure(lines.get(line))) {
      return false;
    }
    if (SPAN.matcher(lines.get(line).text()).matches()) {
      return true;
    }
    for (Pattern form : List.of(TIME, YEAR)) {
      if (form.matcher(lines.get(line).text()).matches()) {
        return lines.subList(line + 1, lines.size()).stream()
            .anyMatch(other -> isFigure(other) && form.matcher(other.text()).matches());
      }
    }
    return false;
  }

  private static boolean isFigure(TextLine line) {
    return line.is(LineKind.COUNTER) || line.is(LineKind.DATE) || line.is(LineKind.SHORT);
  }
}
