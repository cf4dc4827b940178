package org.wirecopy.intake.formats;

import org.wirecopy.intake.PictureBytes;

/** The pictures of an RTF document, and what the properties of their shapes say of them. */
final class RtfPictures {
  private static final int LONGEST_PROPERTY = 2_000;
  private static final String ALT_TEXT = "wzDescription";

  private final Manuscript to;
  private final PictureBytes bytes;
  private final StringBuilder propertyName = new StringBuilder();
  private final StringBuilder propertyValue = new StringBuilder();
  private int shown;

  /**
   * @param to takes those that are shown
   * @param bytes keeps what they consist of
   */
  RtfPictures(Manuscript to, PictureBytes bytes) {
    this.to = to;
    this.bytes = bytes;
  }

  /** The group is a picture: its text is data. */
  void start(RtfGroup group) {
    boolean visible = (!group.skip || group.shape) && !group.hidden && !group.deleted;
    group.pictureData = visible;
    group.picture = visible ? new RtfPicture() : null;
    group.propertyValue = false;
    group.shape = false;
    group.skip = true;
  }

  /** Text in a picture's group that is no data: of a property, or of nothing that is kept. */
  void property(RtfGroup group, String text) {
    StringBuilder part = group.propertyName ? propertyName : propertyValue;
    if ((group.propertyName || group.propertyValue) && part.length() < LONGEST_PROPERTY) {
      part.append(text);
    }
  }

  /** The group is over, of a picture or of one of its properties. */
  void close(RtfGroup group, RtfGroup outer) {
    RtfPicture picture = group.picture;
    if (picture == null) {
      return;
    }
    if (group.pictureData) {
      picture.keptIn(bytes, "picture " + ++shown).ifPresent(to::picture);
    } else if (group.propertyValue && !outer.propertyValue) {
      if (propertyName.toString().equals(ALT_TEXT)) {
        picture.alt(propertyValue.toString());
      }
      propertyName.setLength(0);
      propertyValue.setLength(0);
    }
  }
}
