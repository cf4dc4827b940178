package org.wirecopy.intake.formats;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads Word documents (ECMA-376, WordprocessingML): the text as it would print. Deleted, moved
 * away and hidden text, comments, notes, headers and footers stay out, though an embargo in a
 * header counts; nothing that the document links to is fetched.
 */
public final class DocxReader implements Reader {
  private static final String TYPES = "[Content_Types].xml";
  private static final Pattern MARGIN = Pattern.compile(".*/(?:header|footer)\\d*\\.xml");

  @Override
  public String format() {
    return "Word document";
  }

  @Override
  public boolean recognises(Source source) {
    if (!SafeZip.isZip(source.bytes())) {
      return false;
    }
    try {
      return SafeZip.open(source.bytes()).has(TYPES);
    } catch (Unreadable e) {
      return false;
    }
  }

  @Override
  public Reading read(Source source) {
    try {
      OfficeFile file = new OfficeFile(source);
      String main = mainPart(file);
      XmlElement document = file.xml(main);
      if (document == null) {
        return Reading.rejected(
            "TYPE_MISMATCH",
            "The file is an Office file, but holds no Word document.",
            "Save the article as a Word document (.docx) and drop it again.");
      }
      String folder = main.substring(0, main.lastIndexOf('/') + 1);
      DocxStyles styles =
          DocxStyles.of(file.xml(folder + "styles.xml"), file.xml(folder + "numbering.xml"));
      margins(file, main, folder, styles);
      XmlElement body = document.child("body");
      if (body != null) {
        new DocxBody(styles, links(file, main, folder), file::picture)
            .read(body, file.manuscript());
      }
      return file.reading(format(), source);
    } catch (Unreadable e) {
      return e.reading();
    }
  }

  /** Headers and footers. */
  private static void margins(OfficeFile file, String main, String folder, DocxStyles styles)
      throws Unreadable {
    for (String part : links(file, main, folder).internal().values()) {
      if (!MARGIN.matcher(part).matches()) {
        continue;
      }
      XmlElement margin = file.xml(part);
      if (margin != null) {
        Manuscript read = new Manuscript();
        DocxLinks none = new DocxLinks(Map.of(), Map.of());
        new DocxBody(styles, none, (picture, alt) -> {}).read(margin, read);
        file.manuscript().margin(read);
      }
    }
  }

  private static String mainPart(OfficeFile file) throws Unreadable {
    XmlElement relations = file.xml("_rels/.rels");
    if (relations != null) {
      for (XmlElement relation : relations.children("Relationship")) {
        String type = relation.value("Type");
        String target = relation.value("Target");
        if (type != null && type.endsWith("/officeDocument") && target != null) {
          return target.startsWith("/") ? target.substring(1) : target;
        }
      }
    }
    return "word/document.xml";
  }

  private static DocxLinks links(OfficeFile office, String main, String folder) throws Unreadable {
    String file = main.substring(main.lastIndexOf('/') + 1);
    XmlElement relations = office.xml(folder + "_rels/" + file + ".rels");
    Map<String, String> external = new HashMap<>();
    Map<String, String> internal = new HashMap<>();
    if (relations != null) {
      for (XmlElement relation : relations.children("Relationship")) {
        String id = relation.value("Id");
        String target = relation.value("Target");
        if (id != null && target != null) {
          if ("External".equals(relation.value("TargetMode"))) {
            external.put(id, target);
          } else {
            internal.put(id, target.startsWith("/") ? target.substring(1) : folder + target);
          }
        }
      }
    }
    return new DocxLinks(external, internal);
  }
}
