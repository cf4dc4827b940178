package org.wirecopy.related;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The words of stories that were looked up lately and are not in the archive yet: a story comes to
 * the archive moments after its own lookup, and its words need not be read a second time.
 *
 * <p>Told apart by the hashes of headline and text. Of bounded size: what is pushed out is read
 * again.
 */
final class FreshTerms {
  private static final int SLOTS = 1 << 12;

  private record Fresh(long story, PackedTerms terms) {}

  private final AtomicReferenceArray<@Nullable Fresh> fresh = new AtomicReferenceArray<>(SLOTS);

  /** Stands for a story by what its words are made of. */
  static long story(String language, String headline, String text) {
    long story = Word.spelt(Word.spelt(Word.UNSPELT, language.hashCode()), headline.hashCode());
    return Word.spelt(Word.spelt(story, text.length()), text.hashCode());
  }

  /** Keeps the words of a story for a while. */
  void put(long story, PackedTerms terms) {
    fresh.set(slot(story), new Fresh(story, terms));
  }

  /** Hands out the words of a story and forgets them; null if it has none. */
  @Nullable PackedTerms take(long story) {
    int slot = slot(story);
    Fresh found = fresh.get(slot);
    return found != null && found.story() == story && fresh.compareAndSet(slot, found, null)
        ? found.terms()
        : null;
  }

  private static int slot(long story) {
    return (int) (story ^ story >>> 32) & (SLOTS - 1);
  }
}
