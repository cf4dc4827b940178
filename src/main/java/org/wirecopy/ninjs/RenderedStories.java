package org.wirecopy.ninjs;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;

/**
 * What was rendered last, the least recently used dropped first. Bounded in bytes, a story counted
 * at twice its rendered size since its words are kept with it: a version is only found again if all
 * of it is equal, so a preview never answers for the story that was accepted.
 */
final class RenderedStories {
  private final long bound;
  private final Map<Key, Rendered> stories = new LinkedHashMap<>(256, 0.75f, true);
  private long size;

  /**
   * Keeps nothing yet.
   *
   * @param bound in bytes
   */
  RenderedStories(long bound) {
    this.bound = bound;
  }

  /**
   * What was rendered of a story in a format, or null.
   *
   * @param step of the addresses of its pictures, see {@link PictureLinks#step}
   */
  byte @Nullable [] find(Format format, Story story, long step) {
    Rendered rendered;
    synchronized (stories) {
      rendered = stories.get(new Key(format, story.uri(), story.version(), step));
    }
    return rendered != null && rendered.story.equals(story) ? rendered.bytes : null;
  }

  void keep(Format format, Story story, long step, byte[] bytes) {
    Rendered rendered = new Rendered(story, bytes);
    if (rendered.size() > bound / 8) {
      return;
    }
    synchronized (stories) {
      Rendered before = stories.put(new Key(format, story.uri(), story.version(), step), rendered);
      size += rendered.size() - (before == null ? 0 : before.size());
      Iterator<Rendered> eldest = stories.values().iterator();
      while (size > bound && eldest.hasNext()) {
        size -= eldest.next().size();
        eldest.remove();
      }
    }
  }

  /** Bytes kept, by the count above. */
  long size() {
    synchronized (stories) {
      return size;
    }
  }

  private record Key(Format format, String uri, int version, long step) {}

  @SuppressWarnings("ArrayRecordComponent") // never compared: it is found by its key
  private record Rendered(Story story, byte[] bytes) {
    long size() {
      return 2L * bytes.length + 512;
    }
  }
}
