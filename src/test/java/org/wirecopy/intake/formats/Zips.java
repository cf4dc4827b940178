package org.wirecopy.intake.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packs files for tests: bundles and office documents. */
final class Zips {
  private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Zips with(String name, String content) {
    return with(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Zips with(String name, byte[] content) {
    files.put(name, content);
    return this;
  }

  List<String> names() {
    return List.copyOf(files.keySet());
  }

  /** The same files with one of them changed. */
  Zips changed(String name, UnaryOperator<byte[]> change) {
    Zips zips = new Zips();
    files.forEach((n, content) -> zips.with(n, n.equals(name) ? change.apply(content) : content));
    return zips;
  }

  byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A Word document with the given content of its body. */
  static Zips word(String body) {
    return new Zips()
        .with("[Content_Types].xml", "<Types/>")
        .with(
            "word/document.xml",
            "<w:document xmlns:w='"
                + WORD
                + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                + "<w:body>"
                + body
                + "</w:body></w:document>")
        .with(
            "word/styles.xml",
            "<w:styles xmlns:w='"
                + WORD
                + "'>"
                + style("Title", "Title", "")
                + style("Subtitle", "Subtitle", "")
                + style("Ueberschrift1", "heading 1", "")
                + style("Zitat", "Quote", "")
                + style("Beschriftung", "caption", "")
                + style("Notiz", "Note", "<w:rPr><w:vanish/></w:rPr>")
                + "</w:styles>")
        .with(
            "word/numbering.xml",
            "<w:numbering xmlns:w='"
                + WORD
                + "'><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
                + "</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='0'>"
                + "<w:numFmt w:val='bullet'/></w:lvl></w:abstractNum>"
                + "<w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
                + "<w:num w:numId='2'><w:abstractNumId w:val='2'/></w:num></w:numbering>")
        .with(
            "word/_rels/document.xml.rels",
            "<Relationships>"
                + "<Relationship Id='r1' Target='https://coast.example/x' TargetMode='External'/>"
                + "<Relationship Id='r2' Target='javascript:alert(1)' TargetMode='External'/>"
                + "<Relationship Id='p1' Target='media/pier.png'/></Relationships>");
  }

  private static String style(String id, String name, String more) {
    return "<w:style w:styleId='%s'><w:name w:val='%s'/>%s</w:style>".formatted(id, name, more);
  }

  /** An OpenDocument text with the given styles and content. */
  static Zips openDocument(String styles, String text) {
    return new Zips()
        .with("mimetype", "application/vnd.oasis.opendocument.text")
        .with(
            "content.xml",
            "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                + " xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'"
                + " xmlns:fo='urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0'"
                + " xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0'"
                + " xmlns:svg='urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0'"
                + " xmlns:xlink='http://www.w3.org/1999/xlink'>"
                + "<o:automatic-styles>"
                + styles
                + "</o:automatic-styles><o:body><o:text>"
                + text
                + "</o:text></o:body></o:document-content>");
  }

  /** The beginning of a PNG of 640 by 480 pixels: enough to tell its type and size. */
  static byte[] png() {
    byte[] png = new byte[60];
    byte[] head = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
    System.arraycopy(head, 0, png, 0, head.length);
    png[18] = 2;
    png[19] = (byte) 0x80;
    png[22] = 1;
    png[23] = (byte) 0xE0;
    return png;
  }
}
