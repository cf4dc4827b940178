package org.wirecopy.intake.formats;

import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** The parts of an office document, which is an archive, and the manuscript that is read of it. */
final class OfficeFile {
  private static final int LARGEST_PART = 10 << 20;
  private static final int LARGEST_PICTURE = 20 << 20;

  private final SafeZip zip;
  private final Manuscript manuscript = new Manuscript();
  private final PictureBytes pictures = new PictureBytes();

  OfficeFile(Source source) throws Unreadable {
    zip = SafeZip.open(source.bytes());
  }

  Manuscript manuscript() {
    return manuscript;
  }

  /** A part of the document; null if it does without. */
  @Nullable XmlElement xml(String part) throws Unreadable {
    byte[] bytes = zip.bytes(part, LARGEST_PART);
    return bytes == null ? null : SafeXml.parse(bytes);
  }

  /** Keeps a picture that the text shows, if its part is one that a web page can show. */
  void picture(String part, @Nullable String alt) throws Unreadable {
    byte[] bytes = zip.bytes(part, LARGEST_PICTURE);
    if (bytes != null) {
      pictures.keep(part, bytes, null, alt).ifPresent(manuscript::picture);
    }
  }

  Reading reading(String format, Source source) {
    pictures.warnings().forEach(manuscript::warn);
    return manuscript.reading(format, source, pictures.media());
  }
}
