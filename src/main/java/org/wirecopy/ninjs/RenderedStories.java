package org.wirecopy.ninjs;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
  private final Map<Key, Object> turns = new ConcurrentHashMap<>();
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
   * A story in a format. All partners of a format are served at the same moment: the first has it
   * rendered, the others wait for that.
   *
   * @param step of the addresses of its pictures, see {@link PictureLinks#step}
   */
  byte[] of(Format format, Story story, long step) {
    Key key = new Key(format, story.uri(), story.version(), step);
    byte[] known = find(key, story);
    if (known != null) {
      return known;
    }
    Object turn = turns.computeIfAbsent(key, one -> new Object());
    try {
      synchronized (turn) {
        byte[] meanwhile = find(key, story);
        return meanwhile != null ? meanwhile : render(key, story);
      }
    } finally {
      turns.remove(key, turn);
    }
  }

  private byte[] render(Key key, Story story) {
    byte[] bytes = key.format().render(story);
    keep(key, new Rendered(story, bytes));
    return bytes;
  }

  private byte @Nullable [] find(Key key, Story story) {
    Rendered rendered;
    synchronized (stories) {
      rendered = stories.get(key);
    }
    return rendered != null && rendered.story.equals(story) ? rendered.bytes : null;
  }

  private void keep(Key key, Rendered rendered) {
    if (rendered.size() > bound / 8) {
      return;
    }
    synchronized (stories) {
      Rendered before = stories.put(key, rendered);
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
