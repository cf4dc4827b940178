package org.wirecopy.intake.formats;

import org.jspecify.annotations.Nullable;

/** Takes the pictures that a document's text shows. */
interface PictureSink {

  /**
   * Takes one.
   *
   * @param part its name within the document
   * @param alt the text alternative, or null
   */
  void picture(String part, @Nullable String alt) throws Unreadable;
}
