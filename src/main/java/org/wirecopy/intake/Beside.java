package org.wirecopy.intake;

import org.jspecify.annotations.Nullable;

/**
 * The picture files that lie with an article: in its folder, or packed into one archive with it.
 */
public interface Beside {
  /** Nothing lies there. */
  Beside NONE =
      new Beside() {
        @Override
        public boolean has(String name) {
          return false;
        }

        @Override
        public byte @Nullable [] bytes(String name) {
          return null;
        }
      };

  /**
   * Whether a picture file lies there.
   *
   * @param name path from the article's folder downwards, with {@code /} between folders
   */
  boolean has(String name);

  /** The content of such a file, or null if there is none that may be read. */
  byte @Nullable [] bytes(String name);
}
