package org.wirecopy.ninjs;

import org.wirecopy.article.Story;

/** A form in which a partner may get a story. Equal stories give equal bytes. */
interface Format {

  /** The story as UTF-8 JSON. */
  byte[] render(Story story);
}
