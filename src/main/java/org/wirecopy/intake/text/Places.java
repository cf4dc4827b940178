package org.wirecopy.intake.text;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;

/** The place of a dateline: "ANKARA, Aug 25 (Reuters) - …", "LINDI: …", "MEXICO CITY (AP) — …". */
final class Places {
  private static final int LONGEST_LEAD = 70;
  private static final int LONGEST_PLACE = 40;

  private Places() {}

  /** The place that the first paragraph begins with, in capitals, or null. */
  static @Nullable String of(List<Block> body) {
    if (body.isEmpty()) {
      return null;
    }
    String text = body.get(0).text();
    int end = 0;
    int letters = 0;
    while (end < text.length() && end <= LONGEST_PLACE) {
      char c = text.charAt(end);
      if (Character.isUpperCase(c)) {
        letters++;
      } else if (Character.isLetterOrDigit(c) || ",(:–—".indexOf(c) >= 0) {
        break;
      } else if (c != ' ' && c != '.' && c != '\'' && c != '’' && c != '-' && c != '/') {
        return null;
      }
      end++;
    }
    if (letters < 3 || end >= text.length() || Character.isLetterOrDigit(text.charAt(end))) {
      return null;
    }
    String place = text.substring(0, end).strip();
    while (place.endsWith("-")) {
      place = place.substring(0, place.length() - 1).strip();
    }
    return isDateline(text, end) && place.length() >= 3 ? place : null;
  }

  /** True if a dash or colon ends the dateline, after at most a date and an agency. */
  private static boolean isDateline(String text, int from) {
    char next = text.charAt(from);
    if (next == ':') {
      return from + 1 < text.length() && text.charAt(from + 1) == ' ';
    }
    for (int i = from; i < Math.min(text.length() - 1, LONGEST_LEAD); i++) {
      char c = text.charAt(i);
      if (c == '–' || c == '—' || (c == '-' && text.charAt(i + 1) == ' ')) {
        return true;
      }
    }
    return false;
  }
}
