package org.wirecopy.ledger;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;

/**
 * The stories committed last, for those who follow the ledger: what was in memory a moment ago need
 * not be read from its JSON. Used by many threads.
 */
final class FreshStories {
  private static final int MOST = 256;

  /** A longer story is read back; so all of them together stay within some megabytes. */
  private static final int LONGEST_BYTES = 64 << 10;

  private final Map<Long, Story> stories = new LinkedHashMap<>();

  /**
   * Keeps a committed version.
   *
   * @param bytes of its JSON
   */
  synchronized void keep(long row, Story story, int bytes) {
    if (bytes > LONGEST_BYTES) {
      return;
    }
    stories.put(row, story);
    if (stories.size() > MOST) {
      Iterator<Long> eldest = stories.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }

  /** The versions of these rows, in their order; null if one of them is not kept. */
  synchronized @Nullable List<StoryRow> allOrNull(List<Long> rows) {
    List<StoryRow> all = new ArrayList<>(rows.size());
    for (Long row : rows) {
      Story story = stories.get(row);
      if (story == null) {
        return null;
      }
      all.add(new StoryRow(row, story));
    }
    return all;
  }
}
