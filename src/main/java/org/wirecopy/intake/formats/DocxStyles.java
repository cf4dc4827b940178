package org.wirecopy.intake.formats;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.intake.formats.Manuscript.Role;

/** What a document's styles and lists mean: which style is a title, which list is numbered. */
final class DocxStyles {
  private static final int DEEPEST = 20;

  private final Map<String, XmlElement> styles = new HashMap<>();
  private final Map<String, XmlElement> lists = new HashMap<>();

  private DocxStyles() {}

  static DocxStyles of(@Nullable XmlElement styleSheet, @Nullable XmlElement numbering) {
    DocxStyles styles = new DocxStyles();
    if (styleSheet != null) {
      for (XmlElement style : styleSheet.children("style")) {
        String id = style.value("styleId");
        if (id != null) {
          styles.styles.put(id, style);
        }
      }
    }
    if (numbering != null) {
      styles.readLists(numbering);
    }
    return styles;
  }

  private void readLists(XmlElement numbering) {
    Map<String, XmlElement> kinds = new HashMap<>();
    for (XmlElement kind : numbering.children("abstractNum")) {
      String id = kind.value("abstractNumId");
      if (id != null) {
        kinds.put(id, kind);
      }
    }
    for (XmlElement list : numbering.children("num")) {
      XmlElement kind = list.child("abstractNumId");
      XmlElement found = kind == null ? null : kinds.get(String.valueOf(kind.value("val")));
      String id = list.value("numId");
      if (id != null && found != null) {
        lists.put(id, found);
      }
    }
  }

  Role role(@Nullable String style) {
    String name = name(style);
    if (name.equals("title")) {
      return Role.TITLE;
    }
    if (name.equals("subtitle")) {
      return Role.SUBTITLE;
    }
    if (name.equals("caption")) {
      return Role.CAPTION;
    }
    return name.matches("heading ?[1-9]") || outline(style) ? Role.HEADING : Role.TEXT;
  }

  boolean isQuote(@Nullable String style) {
    return name(style).endsWith("quote");
  }

  /** Of a list paragraph; null if it is none. */
  @Nullable Kind list(@Nullable XmlElement properties, @Nullable String style) {
    XmlElement number = properties == null ? null : properties.child("numPr");
    XmlElement sheet = number == null ? inherited(style, "pPr", "numPr") : null;
    number = number == null ? sheet : number;
    XmlElement id = number == null ? null : number.child("numId");
    String list = id == null ? null : id.value("val");
    if (number == null || list == null || list.equals("0")) {
      return null;
    }
    XmlElement level = number.child("ilvl");
    String depth = level == null ? "0" : String.valueOf(level.value("val"));
    XmlElement kind = lists.get(list);
    if (kind != null) {
      for (XmlElement one : kind.children("lvl")) {
        XmlElement form = one.child("numFmt");
        if (depth.equals(one.value("ilvl")) && form != null) {
          String value = String.valueOf(form.value("val"));
          return value.equals("bullet") || value.equals("none") ? Kind.BULLET : Kind.NUMBERED;
        }
      }
    }
    return Kind.BULLET;
  }

  /** True if text in the style does not print. */
  boolean hides(@Nullable String style) {
    XmlElement vanish = inherited(style, "rPr", "vanish");
    return vanish != null && isOn(vanish);
  }

  /** True if text in the style has a line through it. */
  boolean strikes(@Nullable String style) {
    XmlElement once = inherited(style, "rPr", "strike");
    XmlElement twice = inherited(style, "rPr", "dstrike");
    return (once != null && isOn(once)) || (twice != null && isOn(twice));
  }

  /** True unless a switch is turned off, as {@code w:val="0"} does. */
  static boolean isOn(XmlElement toggle) {
    String value = toggle.value("val");
    return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
  }

  private boolean outline(@Nullable String style) {
    XmlElement level = inherited(style, "pPr", "outlineLvl");
    String value = level == null ? null : level.value("val");
    return value != null && !value.equals("9");
  }

  private String name(@Nullable String style) {
    XmlElement found = style == null ? null : styles.get(style);
    XmlElement name = found == null ? null : found.child("name");
    String value = name == null ? style : name.value("val");
    return value == null ? "" : value.toLowerCase(Locale.ROOT);
  }

  private @Nullable XmlElement inherited(@Nullable String style, String group, String property) {
    Set<String> seen = new HashSet<>();
    String id = style;
    while (id != null && seen.size() < DEEPEST && seen.add(id)) {
      XmlElement found = styles.get(id);
      if (found == null) {
        return null;
      }
      XmlElement value = found.at(group, property);
      if (value != null) {
        return value;
      }
      XmlElement base = found.child("basedOn");
      id = base == null ? null : base.value("val");
    }
    return null;
  }
}
