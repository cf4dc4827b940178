package org.wirecopy.intake;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Fields within a text, where none is read. Those that would keep a story from some readers or all
 * are not passed over: the story would go out against what they say.
 */
final class StrayFields {
  private static final int HEAD = 12;
  private static final Set<String> HARMLESS = Set.of("usable", "published", "final");

  private StrayFields() {}

  /** Why a text must not go out as it stands, or null. */
  static @Nullable Rejection in(String text) {
    boolean block = true;
    int at = FrontMatter.firstLineFrom(text, 0);
    for (int lines = 0; at < text.length() && lines < HEAD; ) {
      String line = FrontMatter.line(text, at);
      at = FrontMatter.afterLine(text, at);
      block &= !line.isBlank();
      lines += line.isBlank() ? 0 : 1;
      String key = FieldNames.key(line);
      if (key != null && decides(FieldNames.canonical(key), line, block)) {
        return new Rejection(
            "FIELD_MISPLACED",
            "A field that decides what becomes of the story stands where no field is read.",
            CleanText.line(line.substring(0, Math.min(line.length(), 160))),
            "Put the fields first, one a line, with an empty line below them, and drop the file"
                + " again. If the line is part of the text, put the line status: usable at the"
                + " top.");
      }
    }
    return null;
  }

  /**
   * A sentence is the text's own, and it may well list its partners: those, and an expiry, are
   * looked for among the very first lines only.
   */
  private static boolean decides(String name, String line, boolean block) {
    String value = line.substring(line.indexOf(':') + 1).strip().toLowerCase(Locale.ROOT);
    return !value.isEmpty()
        && switch (name) {
          case "status" -> !HARMLESS.contains(value) && !value.endsWith(".");
          case "expires", "partners" -> block;
          default -> false;
        };
  }
}
