package org.wirecopy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Pictures for tests, and what they come in. */
public final class TestPictures {
  private TestPictures() {}

  /** A real picture of one colour. */
  public static byte[] picture(String format, int width, int height, int colour) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, colour);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(image, format, out)) {
        throw new IllegalStateException("Java writes no " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A zip of names and contents, each content a text or bytes. */
  static byte[] zip(Object... files) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < files.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) files[i]));
        zip.write(
            files[i + 1] instanceof String text
                ? text.getBytes(StandardCharsets.UTF_8)
                : (byte[]) files[i + 1]);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A Word document of a headline, a paragraph and a picture. */
  static byte[] word(String headline, String paragraph, byte[] picture) {
    String types =
        "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
            + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
            + " xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main'"
            + " xmlns:wp='http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'"
            + " xmlns:pic='http://schemas.openxmlformats.org/drawingml/2006/picture'";
    return zip(
        "[Content_Types].xml",
        "<Types/>",
        "word/document.xml",
        "<w:document "
            + types
            + "><w:body><w:p><w:r><w:t>"
            + headline
            + "</w:t></w:r></w:p><w:p><w:r><w:t>"
            + paragraph
            + "</w:t></w:r></w:p><w:p><w:r><w:drawing><wp:inline><wp:docPr id='1' descr='The pier'/>"
            + "<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed='p1'/>"
            + "</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
            + "</w:p></w:body></w:document>",
        "word/_rels/document.xml.rels",
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
            + "<Relationship Id='p1' Target='media/pier.png'/></Relationships>",
        "word/media/pier.png",
        picture);
  }
}
