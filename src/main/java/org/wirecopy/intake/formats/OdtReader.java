package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads OpenDocument text (ISO 26300, as LibreOffice writes it): the text as it would print.
 * Deleted and hidden text, comments, notes, headers and footers stay out, though an embargo in a
 * header counts.
 */
public final class OdtReader implements Reader {
  private static final String TYPE = "application/vnd.oasis.opendocument.text";

  @Override
  public String format() {
    return "OpenDocument text";
  }

  @Override
  public boolean recognises(Source source) {
    if (!SafeZip.isZip(source.bytes())) {
      return false;
    }
    try {
      SafeZip zip = SafeZip.open(source.bytes());
      byte[] type = zip.bytes("mimetype", 200);
      return type == null
          ? zip.has("content.xml") && zip.has("META-INF/manifest.xml")
          : new String(type, StandardCharsets.US_ASCII).startsWith(TYPE);
    } catch (Unreadable e) {
      return false;
    }
  }

  @Override
  public Reading read(Source source) {
    try {
      OfficeFile file = new OfficeFile(source);
      XmlElement manifest = file.xml("META-INF/manifest.xml");
      if (manifest != null && manifest.first("encryption-data") != null) {
        throw SafeZip.encrypted();
      }
      XmlElement content = file.xml("content.xml");
      XmlElement text = content == null ? null : content.at("body", "text");
      if (content == null || text == null) {
        return Reading.rejected(
            "TYPE_MISMATCH",
            "The file is an OpenDocument file, but holds no text.",
            "Save the article as a text document (.odt) and drop it again.");
      }
      XmlElement sheet = file.xml("styles.xml");
      OdtStyles styles = OdtStyles.of(content, sheet);
      XmlElement pages = sheet == null ? null : sheet.child("master-styles");
      if (pages != null) {
        Manuscript margins = new Manuscript();
        new OdtBody(styles, (picture, alt) -> {}).read(pages, margins);
        file.manuscript().margin(margins);
      }
      new OdtBody(styles, file::picture).read(text, file.manuscript());
      return file.reading(format(), source);
    } catch (Unreadable e) {
      return e.reading();
    }
  }
}
