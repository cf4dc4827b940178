package org.wirecopy.related;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirecopy.article.ArchiveStory;

/** An index being built beside the live one: what is put meanwhile wins over older stories. */
final class Rebuild {
  private final ArchiveIndex index;
  private final Set<String> live = new HashSet<>();

  Rebuild(ArchiveIndex index) {
    this.index = index;
  }

  ArchiveIndex index() {
    return index;
  }

  synchronized void put(List<ArchiveStory> stories) throws IOException {
    stories.forEach(story -> live.add(story.uri()));
    index.put(stories);
  }

  synchronized void remove(String uri) throws IOException {
    live.add(uri);
    index.remove(uri);
  }

  /** Puts what the ledger knew before, unless it was put anew meanwhile. */
  synchronized void putOlder(List<ArchiveStory> stories) {
    try {
      index.put(stories.stream().filter(story -> !live.contains(story.uri())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
