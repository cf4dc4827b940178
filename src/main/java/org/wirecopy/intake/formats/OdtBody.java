package org.wirecopy.intake.formats;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Span.Style;
import org.wirecopy.intake.formats.Manuscript.Paragraph;
import org.wirecopy.intake.formats.Manuscript.Role;

/** Walks an OpenDocument text, paragraph by paragraph. */
final class OdtBody {
  private static final Set<String> LEFT_OUT =
      Set.of(
          "tracked-changes",
          "annotation",
          "annotation-end",
          "note",
          "sequence-decls",
          "forms",
          "variable-decls",
          "user-field-decls",
          "hidden-text",
          "hidden-paragraph",
          "script",
          "table-of-content",
          "illustration-index",
          "alphabetical-index",
          "bibliography",
          "object",
          "object-ole",
          "title",
          "desc",
          "dde-connection-decls");

  private final OdtStyles styles;
  private final PictureSink pictures;
  private final TextRun line = new TextRun();
  private boolean struck;

  OdtBody(OdtStyles styles, PictureSink pictures) {
    this.styles = styles;
    this.pictures = pictures;
  }

  void read(XmlElement container, Manuscript to) throws Unreadable {
    read(container, to, Kind.PARAGRAPH);
  }

  private void read(XmlElement container, Manuscript to, Kind kind) throws Unreadable {
    for (XmlElement element : container.elements()) {
      if (element.is("p", "h")) {
        paragraph(element, to, kind);
      } else if (element.is("list")) {
        String style = element.value("style-name");
        Kind outer = kind == Kind.NUMBERED ? Kind.NUMBERED : Kind.BULLET;
        read(
            element,
            to,
            style == null ? outer : styles.isNumbered(style) ? Kind.NUMBERED : Kind.BULLET);
      } else if (!LEFT_OUT.contains(element.name()) && !isHiddenSection(element)) {
        read(element, to, kind);
      }
    }
  }

  /** Hidden for good, or by a condition that held when the document was saved. */
  private static boolean isHiddenSection(XmlElement element) {
    return element.is("section")
        && ("none".equals(element.value("display")) || "true".equals(element.value("is-hidden")));
  }

  private static boolean isHidden(XmlElement paragraph) {
    XmlElement mark = paragraph.first("hidden-paragraph");
    return mark != null && "true".equals(mark.value("is-hidden"));
  }

  private void paragraph(XmlElement paragraph, Manuscript to, Kind listed) throws Unreadable {
    if (isHidden(paragraph)) {
      return;
    }
    String style = paragraph.value("style-name");
    if (!styles.hides(style) && !isStruck(paragraph, style)) {
      inline(paragraph, Style.PLAIN, null);
    }
    Role role = role(paragraph, style);
    Kind kind = styles.derives(style, "quotations") ? Kind.QUOTE : listed;
    to.add(Paragraph.of(role, kind, line.take()));
    if (struck) {
      to.struck();
    }
    for (XmlElement box : boxes(paragraph)) {
      read(box, to, Kind.PARAGRAPH);
    }
  }

  private boolean isStruck(XmlElement text, @Nullable String style) {
    boolean strikes = styles.strikes(style);
    struck |= strikes && text.words() != null;
    return strikes;
  }

  private Role role(XmlElement paragraph, @Nullable String style) {
    if (styles.derives(style, "title")) {
      return Role.TITLE;
    }
    if (styles.derives(style, "subtitle")) {
      return Role.SUBTITLE;
    }
    if (styles.derives(style, "caption") || styles.derives(style, "illustration")) {
      return Role.CAPTION;
    }
    return paragraph.is("h") ? Role.HEADING : Role.TEXT;
  }

  private static List<XmlElement> boxes(XmlElement paragraph) {
    return paragraph.all("text-box");
  }

  private void inline(XmlElement parent, Style style, @Nullable String href) throws Unreadable {
    for (Object part : parent.content()) {
      if (part instanceof String text) {
        line.add(text, style, href);
        continue;
      }
      XmlElement element = (XmlElement) part;
      switch (element.name()) {
        case "span" -> {
          String name = element.value("style-name");
          if (!styles.hides(name) && !isStruck(element, name)) {
            inline(element, styles.emphasis(name, style), href);
          }
        }
        case "a" -> {
          String target = element.attribute("href");
          inline(element, style, target == null ? href : WireText.safeLink(target));
        }
        case "s", "tab", "line-break" -> line.add(" ", style, href);
        case "soft-page-break" -> {
          // where a page ends says nothing
        }
        case "frame" -> frame(element);
        case "conditional-text" -> {
          // shows or hides by a condition that only the program knows
        }
        case "text-box", "p", "table" -> {
          // of a frame, which is read after the paragraph
        }
        default -> {
          if (element.is("ruby")) {
            XmlElement base = element.child("ruby-base");
            inline(base == null ? element : base, style, href);
          } else if (!LEFT_OUT.contains(element.name())) {
            inline(element, style, href);
          }
        }
      }
    }
  }

  private void frame(XmlElement frame) throws Unreadable {
    XmlElement image = frame.child("image");
    String part = image == null ? null : image.attribute("href");
    if (part != null) {
      String alt = frame.textAt("desc");
      alt = alt == null ? frame.textAt("title") : alt;
      pictures.picture(part.startsWith("./") ? part.substring(2) : part, alt);
    }
  }
}
