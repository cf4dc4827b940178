package org.wirecopy.intake.formats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Span.Style;
import org.wirecopy.intake.formats.Manuscript.Paragraph;
import org.wirecopy.intake.formats.Manuscript.Role;

/** Walks the text of a Word document, paragraph by paragraph. */
final class DocxBody {
  /** Elements whose text is not part of the document as it stands. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "del",
          "moveFrom",
          "delText",
          "delInstrText",
          "instrText",
          "commentReference",
          "annotationRef",
          "footnoteReference",
          "endnoteReference",
          "footnoteRef",
          "endnoteRef",
          "pPr",
          "rPr",
          "sectPr",
          "tblPr",
          "trPr",
          "tcPr",
          "sdtPr",
          "sdtEndPr",
          "rt",
          "object",
          "altChunk",
          "txbxContent",
          "textbox");

  private static final Pattern HYPERLINK =
      Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]{1,2000})\".*");

  /** A field such as a link: what it asks for, and whether its printed result has begun. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean result;
    private @Nullable String href;
  }

  private final DocxStyles styles;
  private final DocxLinks links;
  private final PictureSink pictures;
  private final TextRun line = new TextRun();
  private final Deque<Field> fields = new ArrayDeque<>();
  private boolean struck;
  private boolean strikes;

  DocxBody(DocxStyles styles, DocxLinks links, PictureSink pictures) {
    this.styles = styles;
    this.links = links;
    this.pictures = pictures;
  }

  void read(XmlElement container, Manuscript to) throws Unreadable {
    for (XmlElement element : container.elements()) {
      if (element.is("p")) {
        paragraph(element, to);
      } else if (element.is("tbl") && to.isBlank() && fields(element, to)) {
        // a form above the text
        continue;
      } else if (element.is("AlternateContent")) {
        alternative(element, to);
      } else if (!LEFT_OUT.contains(element.name()) && !isDeleted(element)) {
        read(element, to);
      }
    }
  }

  /** True if a table is one of fields, a label and its value in a row each; these are added. */
  private boolean fields(XmlElement table, Manuscript to) throws Unreadable {
    List<String> labels = new ArrayList<>();
    List<String> values = new ArrayList<>();
    for (XmlElement row : table.children("tr")) {
      if (isDeleted(row)) {
        continue;
      }
      List<XmlElement> cells = row.children("tc");
      if (cells.size() != 2) {
        return false;
      }
      labels.add(words(cells.get(0)));
      values.add(words(cells.get(1)));
    }
    return to.addFields(labels, values);
  }

  private String words(XmlElement cell) throws Unreadable {
    Manuscript read = new Manuscript();
    read(cell, read);
    return String.join("\n", read.lines());
  }

  /** A row or cell of a table whose deletion is tracked. */
  private static boolean isDeleted(XmlElement element) {
    return element.at("trPr", "del") != null || element.at("tcPr", "cellDel") != null;
  }

  private void alternative(XmlElement alternatives, Manuscript to) throws Unreadable {
    XmlElement choice = alternatives.child("Choice");
    choice = choice == null ? alternatives.child("Fallback") : choice;
    if (choice != null) {
      read(choice, to);
    }
  }

  private void paragraph(XmlElement paragraph, Manuscript to) throws Unreadable {
    XmlElement properties = paragraph.child("pPr");
    String style = properties == null ? null : value(properties.child("pStyle"));
    boolean hidden = styles.hides(style);
    strikes = styles.strikes(style);
    inline(paragraph, null, hidden);
    boolean joinsNext =
        properties != null && properties.at("rPr", "del") != null && !isLast(paragraph);
    if (!joinsNext) {
      Role role = styles.role(style);
      Kind list = styles.list(properties, style);
      Kind kind = list != null ? list : styles.isQuote(style) ? Kind.QUOTE : Kind.PARAGRAPH;
      to.add(Paragraph.of(role, kind, line.take()));
    }
    if (struck) {
      to.struck();
    }
    for (XmlElement box : boxes(paragraph)) {
      read(box, to);
    }
  }

  private static boolean isLast(XmlElement paragraph) {
    return paragraph.content().isEmpty();
  }

  /** Text boxes anchored in a paragraph; each stands there in a new and an old form. */
  private static List<XmlElement> boxes(XmlElement paragraph) {
    if (paragraph.first("txbxContent") == null) {
      return List.of();
    }
    XmlElement choice = paragraph.first("Choice");
    List<XmlElement> found = choice == null ? List.of() : choice.all("txbxContent");
    return found.isEmpty() ? paragraph.all("txbxContent") : found;
  }

  private void inline(XmlElement parent, @Nullable String href, boolean hidden) throws Unreadable {
    for (XmlElement element : parent.elements()) {
      switch (element.name()) {
        case "r" -> run(element, href, hidden);
        case "hyperlink" -> inline(element, link(element, href), hidden);
        case "AlternateContent" -> {
          XmlElement choice = element.child("Choice");
          inline(choice == null ? element : choice, href, hidden);
        }
        case "p", "tbl" -> {
          // of a text box, which is read after the paragraph
        }
        default -> {
          if (!LEFT_OUT.contains(element.name())) {
            inline(element, href, hidden);
          }
        }
      }
    }
  }

  private @Nullable String link(XmlElement hyperlink, @Nullable String outer) {
    String id = hyperlink.value("id");
    String target = id == null ? null : links.external().get(id);
    String href = target == null ? null : WireText.safeLink(target);
    return href == null ? outer : href;
  }

  private void run(XmlElement run, @Nullable String href, boolean hidden) throws Unreadable {
    XmlElement properties = run.child("rPr");
    boolean gone = hidden || isHidden(properties);
    Style style = style(properties);
    boolean crossed = isStruck(properties);
    for (XmlElement element : run.elements()) {
      switch (element.name()) {
        case "t" -> {
          struck |= crossed && !gone && !element.text().isBlank();
          text(element.text(), style, href, gone || crossed);
        }
        case "tab", "br", "cr", "ptab" -> text(" ", style, href, gone || crossed);
        case "noBreakHyphen" -> text("-", style, href, gone || crossed);
        case "fldChar" -> field(String.valueOf(element.value("fldCharType")));
        case "instrText" -> instruction(element.text());
        case "drawing", "pict" -> {
          if (!gone) {
            picture(element);
          }
        }
        case "AlternateContent" -> {
          if (!gone) {
            picture(element);
          }
        }
        case "ruby" -> {
          XmlElement base = element.child("rubyBase");
          if (base != null) {
            inline(base, href, gone);
          }
        }
        default -> {
          // marks, notes and everything that prints no words
        }
      }
    }
  }

  private boolean isHidden(@Nullable XmlElement properties) {
    if (properties == null) {
      return false;
    }
    XmlElement vanish = properties.child("vanish");
    if (vanish != null) {
      return DocxStyles.isOn(vanish);
    }
    // a deleted mark of a run, and a style made to hide
    return properties.child("del") != null || styles.hides(value(properties.child("rStyle")));
  }

  /** A line through the text; what the run says counts before its style and its paragraph's. */
  private boolean isStruck(@Nullable XmlElement properties) {
    if (properties == null) {
      return strikes;
    }
    XmlElement once = properties.child("strike");
    XmlElement twice = properties.child("dstrike");
    if (once != null || twice != null) {
      return (once != null && DocxStyles.isOn(once)) || (twice != null && DocxStyles.isOn(twice));
    }
    return strikes || styles.strikes(value(properties.child("rStyle")));
  }

  private static Style style(@Nullable XmlElement properties) {
    if (properties == null) {
      return Style.PLAIN;
    }
    XmlElement bold = properties.child("b");
    XmlElement italic = properties.child("i");
    if (bold != null && DocxStyles.isOn(bold)) {
      return Style.STRONG;
    }
    return italic != null && DocxStyles.isOn(italic) ? Style.EMPHASIS : Style.PLAIN;
  }

  private void text(String text, Style style, @Nullable String href, boolean hidden) {
    Field field = fields.peek();
    boolean asked = fields.stream().anyMatch(one -> !one.result);
    if (!hidden && !asked) {
      line.add(text, style, field == null || href != null ? href : field.href);
    }
  }

  private void field(String kind) {
    Field field = fields.peek();
    switch (kind) {
      case "begin" -> fields.push(new Field());
      case "separate" -> {
        if (field != null) {
          field.result = true;
          Matcher matcher = HYPERLINK.matcher(field.instruction);
          field.href = matcher.matches() ? WireText.safeLink(matcher.group(1)) : null;
        }
      }
      case "end" -> fields.poll();
      default -> {
        // no other kinds are known
      }
    }
  }

  private void instruction(String text) {
    Field field = fields.peek();
    if (field != null && field.instruction.length() < 4_000) {
      field.instruction.append(text);
    }
  }

  private void picture(XmlElement drawing) throws Unreadable {
    XmlElement holder =
        drawing.is("AlternateContent") && drawing.child("Choice") != null
            ? drawing.child("Choice")
            : drawing;
    if (holder == null) {
      return;
    }
    XmlElement blip = holder.first("blip");
    XmlElement old = blip == null ? holder.first("imagedata") : null;
    String id = blip != null ? blip.value("embed") : old != null ? old.value("id") : null;
    String part = id == null ? null : links.internal().get(id);
    if (part != null) {
      XmlElement about = holder.first("docPr");
      pictures.picture(part, about == null ? null : about.value("descr"));
    }
  }

  private static @Nullable String value(@Nullable XmlElement element) {
    return element == null ? null : element.value("val");
  }
}
