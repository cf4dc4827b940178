package org.wirecopy.intake.formats;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.wirecopy.intake.formats.Manuscript.Role;

/** The style sheet of an RTF document: what the names of its styles say of a paragraph. */
final class RtfStyles {
  private static final int LONGEST_NAME = 200;

  /** Paragraphs of this outline level are text, those of a lower one headings. */
  private static final int BODY_LEVEL = 9;

  private final Map<Integer, String> names = new HashMap<>();
  private final StringBuilder name = new StringBuilder();

  /** A part of the name of the style whose group is read. */
  void named(String text) {
    if (name.length() < LONGEST_NAME) {
      name.append(text);
    }
  }

  /** The group of a style is over; false if it has no name. */
  boolean closed(int style) {
    if (name.toString().isBlank()) {
      return false;
    }
    names.putIfAbsent(style, name.toString().replace(";", "").strip().toLowerCase(Locale.ROOT));
    name.setLength(0);
    return true;
  }

  Role role(int style, int outlineLevel) {
    String name = names.getOrDefault(style, "");
    return switch (name) {
      case "title" -> Role.TITLE;
      case "subtitle" -> Role.SUBTITLE;
      case "caption" -> Role.CAPTION;
      default ->
          name.matches("heading ?[1-9]") || outlineLevel < BODY_LEVEL ? Role.HEADING : Role.TEXT;
    };
  }

  boolean isQuote(int style) {
    return names.getOrDefault(style, "").endsWith("quote");
  }
}
