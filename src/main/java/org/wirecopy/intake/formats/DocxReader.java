package org.wirecopy.intake.formats;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads Word documents (ECMA-376, WordprocessingML): the text as it would print. Deleted, moved
 * away and hidden text, comments, notes, headers and footers stay out; nothing that the document
 * links to is fetched.
 */
public final class DocxReader implements Reader {
  private static final String TYPES = "[Content_Types].xml";
  private static final int LARGEST_PART = 10 << 20;
  private static final int LARGEST_PICTURE = 20 << 20;

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
      SafeZip zip = SafeZip.open(source.bytes());
      String main = mainPart(zip);
      byte[] document = zip.bytes(main, LARGEST_PART);
      if (document == null) {
        return Reading.rejected(
            "TYPE_MISMATCH",
            "The file is an Office file, but holds no Word document.",
            "Save the article as a Word document (.docx) and drop it again.");
      }
      String folder = main.substring(0, main.lastIndexOf('/') + 1);
      PictureBytes pictures = new PictureBytes();
      DocxLinks links = links(zip, main, folder);
      DocxStyles styles =
          DocxStyles.of(part(zip, folder + "styles.xml"), part(zip, folder + "numbering.xml"));
      Manuscript manuscript = new Manuscript();
      XmlElement body = SafeXml.parse(document).child("body");
      if (body != null) {
        DocxBody words =
            new DocxBody(
                styles,
                links,
                (target, alt) -> {
                  byte[] bytes = zip.bytes(target, LARGEST_PICTURE);
                  if (bytes != null) {
                    pictures.keep(bytes, null, alt).ifPresent(manuscript::picture);
                  }
                });
        words.read(body, manuscript);
      }
      return manuscript.reading(format(), source, pictures.media());
    } catch (Unreadable e) {
      return e.reading();
    }
  }

  private static String mainPart(SafeZip zip) throws Unreadable {
    XmlElement relations = part(zip, "_rels/.rels");
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

  private static DocxLinks links(SafeZip zip, String main, String folder) throws Unreadable {
    String file = main.substring(main.lastIndexOf('/') + 1);
    XmlElement relations = part(zip, folder + "_rels/" + file + ".rels");
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

  /** A part that a document may do without. */
  private static @Nullable XmlElement part(SafeZip zip, String name) throws Unreadable {
    byte[] bytes = zip.bytes(name, LARGEST_PART);
    return bytes == null ? null : SafeXml.parse(bytes);
  }
}
