package org.wirecopy.intake.formats;

import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads Rich Text Format (RTF 1.9.1): the text as it would print, and its pictures. Deleted and
 * hidden text, comments, notes, headers, footers, objects and fields' instructions stay out.
 */
public final class RtfReader implements Reader {
  @Override
  public String format() {
    return "RTF";
  }

  @Override
  public boolean recognises(Source source) {
    byte[] bytes = source.bytes();
    return bytes.length > 5
        && bytes[0] == '{'
        && bytes[1] == '\\'
        && bytes[2] == 'r'
        && bytes[3] == 't'
        && bytes[4] == 'f';
  }

  @Override
  public Reading read(Source source) {
    try {
      Manuscript manuscript = new Manuscript();
      PictureBytes pictures = new PictureBytes();
      new RtfText(source.bytes(), manuscript, pictures).read();
      pictures.warnings().forEach(manuscript::warn);
      return manuscript.reading(format(), source, pictures.media());
    } catch (Unreadable e) {
      return e.reading();
    }
  }
}
