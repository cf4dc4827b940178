package org.wirecopy.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** The dates of every segment in use, read once for each. */
final class DatesBySegment {
  private final Map<IndexReader.CacheKey, SegmentDates> known = new ConcurrentHashMap<>();

  SegmentDates of(LeafReader leaf) throws IOException {
    IndexReader.CacheHelper core = leaf.getCoreCacheHelper();
    SegmentDates dates = known.get(core.getKey());
    return dates != null ? dates : read(leaf, core);
  }

  private SegmentDates read(LeafReader leaf, IndexReader.CacheHelper core) throws IOException {
    try {
      return known.computeIfAbsent(
          core.getKey(),
          key -> {
            try {
              core.addClosedListener(known::remove);
              return SegmentDates.of(leaf);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
