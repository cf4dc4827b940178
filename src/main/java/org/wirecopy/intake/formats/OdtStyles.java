package org.wirecopy.intake.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Span.Style;

/** What the styles of an OpenDocument text mean. */
final class OdtStyles {
  private static final int DEEPEST = 20;

  private final Map<String, XmlElement> styles = new HashMap<>();
  private final Set<String> numbered = new HashSet<>();

  private OdtStyles() {}

  static OdtStyles of(XmlElement content, @Nullable XmlElement styleSheet) {
    OdtStyles found = new OdtStyles();
    found.collect(content);
    if (styleSheet != null) {
      found.collect(styleSheet);
    }
    return found;
  }

  private void collect(XmlElement document) {
    for (XmlElement group : document.elements()) {
      if (group.is("automatic-styles", "styles")) {
        for (XmlElement style : group.elements()) {
          String name = style.value("name");
          if (name != null && style.is("style")) {
            styles.putIfAbsent(name, style);
          } else if (name != null && style.is("list-style")) {
            if (!style.elements().isEmpty()
                && style.elements().get(0).is("list-level-style-number")) {
              numbered.add(name);
            }
          }
        }
      }
    }
  }

  boolean isNumbered(@Nullable String listStyle) {
    return listStyle != null && numbered.contains(listStyle);
  }

  /** The name, or that of a style it is based on, of one of these kinds: {@code title}, … */
  boolean derives(@Nullable String style, String wanted) {
    Set<String> seen = new HashSet<>();
    String name = style;
    while (name != null && seen.size() < DEEPEST && seen.add(name)) {
      XmlElement found = styles.get(name);
      String shown = found == null ? null : found.value("display-name");
      String plain = (shown == null ? name : shown).toLowerCase(Locale.ROOT);
      if (plain.equals(wanted)) {
        return true;
      }
      name = found == null ? null : found.value("parent-style-name");
    }
    return false;
  }

  boolean hides(@Nullable String style) {
    String display = property(style, "display");
    return "none".equals(display);
  }

  /** True if text in the style has a line through it. */
  boolean strikes(@Nullable String style) {
    String line = property(style, "text-line-through-style");
    line = line == null ? property(style, "text-line-through-type") : line;
    return line != null && !line.equals("none");
  }

  Style emphasis(@Nullable String style, Style outer) {
    String weight = property(style, "font-weight");
    String slant = property(style, "font-style");
    if (weight != null && !weight.equals("normal")) {
      return Style.STRONG;
    }
    if (slant != null && !slant.equals("normal") && outer == Style.PLAIN) {
      return Style.EMPHASIS;
    }
    return outer;
  }

  private @Nullable String property(@Nullable String style, String property) {
    Set<String> seen = new HashSet<>();
    String name = style;
    while (name != null && seen.size() < DEEPEST && seen.add(name)) {
      XmlElement found = styles.get(name);
      if (found == null) {
        return null;
      }
      XmlElement properties = found.child("text-properties");
      String value = properties == null ? null : properties.value(property);
      if (value != null) {
        return value;
      }
      name = found.value("parent-style-name");
    }
    return null;
  }
}
