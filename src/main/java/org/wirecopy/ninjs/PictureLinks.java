package org.wirecopy.ninjs;

import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Story;

/**
 * Where partners fetch the pictures that the house keeps. Within a {@link #step} the answer depends
 * on nothing but the story and the picture, so that a story rendered twice has the same bytes: a
 * time at which an address expires is counted from {@link Story#versionCreated()}.
 */
@FunctionalInterface
public interface PictureLinks {

  /** Kept pictures are not offered. */
  PictureLinks NONE = (story, media) -> null;

  /** The absolute web address of a kept picture, or null if it is not to be had. */
  @Nullable String href(Story story, Picture.Media media);

  /** Changes when the addresses of a story do, so that what was rendered before is not used. */
  default long step(Story story) {
    return 0;
  }
}
