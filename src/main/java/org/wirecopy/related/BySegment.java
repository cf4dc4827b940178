package org.wirecopy.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;

/** What lookups keep in memory of every segment in use, read once for each. */
final class BySegment<T> {
  /** Reads it from a segment. */
  interface Reading<T> {
    T of(LeafReader leaf) throws IOException;
  }

  private final Map<IndexReader.CacheKey, T> known = new ConcurrentHashMap<>();
  private final Reading<T> reading;

  BySegment(Reading<T> reading) {
    this.reading = reading;
  }

  T of(LeafReader leaf) throws IOException {
    IndexReader.CacheHelper core = leaf.getCoreCacheHelper();
    T kept = known.get(core.getKey());
    return kept != null ? kept : read(leaf, core);
  }

  private T read(LeafReader leaf, IndexReader.CacheHelper core) throws IOException {
    try {
      return known.computeIfAbsent(
          core.getKey(),
          key -> {
            try {
              core.addClosedListener(known::remove);
              return reading.of(leaf);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
