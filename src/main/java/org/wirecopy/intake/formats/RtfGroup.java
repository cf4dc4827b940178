package org.wirecopy.intake.formats;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** What a group inherits from the one around it. */
final class RtfGroup {
  boolean skip;
  boolean listMark;
  boolean fonts;
  boolean styleSheet;
  boolean instruction;
  boolean hidden;
  boolean deleted;
  boolean bold;
  boolean italic;
  int skipAfterUnicode = 1;
  @Nullable Charset charset;
  @Nullable String href;

  RtfGroup copy() {
    RtfGroup copy = new RtfGroup();
    copy.skip = skip;
    copy.listMark = listMark;
    copy.fonts = fonts;
    copy.styleSheet = styleSheet;
    copy.instruction = instruction;
    copy.hidden = hidden;
    copy.deleted = deleted;
    copy.bold = bold;
    copy.italic = italic;
    copy.skipAfterUnicode = skipAfterUnicode;
    copy.charset = charset;
    copy.href = href;
    return copy;
  }
}
