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
  boolean struck;
  boolean bold;
  boolean italic;

  /** A shape, whose own words are skipped but whose picture is one of the document's. */
  boolean shape;

  /** The picture that this group and those within it describe. */
  @Nullable RtfPicture picture;

  /** Whether the signs of this very group are the picture's. */
  boolean pictureData;

  /** Whether this is the name, or the value, of a shape's property. */
  boolean propertyName;

  boolean propertyValue;
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
    copy.struck = struck;
    copy.bold = bold;
    copy.italic = italic;
    copy.shape = shape;
    copy.picture = picture;
    copy.propertyName = propertyName;
    copy.propertyValue = propertyValue;
    copy.skipAfterUnicode = skipAfterUnicode;
    copy.charset = charset;
    copy.href = href;
    return copy;
  }
}
