package org.wirecopy.intake.formats;

import java.util.Map;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads Rich Text Format (RTF 1.9.1): the text as it would print. Deleted and hidden text,
 * comments, notes, headers, footers, objects and fields' instructions stay out.
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
      new RtfText(source.bytes(), manuscript).read();
      return manuscript.reading(format(), source, Map.of());
    } catch (Unreadable e) {
      return e.reading();
    }
  }
}
