package org.wirecopy.related;

import java.time.Duration;

/**
 * How the archive behaves.
 *
 * @param language BCP 47 tag assumed for a story that states none
 * @param recencyWeight how much nearness in time counts against likeness in words: 1 as tuned on
 *     news, 0 not at all
 * @param minScore least confidence, 0 to 1, for a further story to be shown
 * @param refresh longest time until a story put is found
 * @param memoryMb memory for stories not yet written to the index, in MiB
 */
public record ArchiveSettings(
    String language, double recencyWeight, double minScore, Duration refresh, int memoryMb) {

  public ArchiveSettings {
    if (recencyWeight < 0 || recencyWeight > 10) {
      throw new IllegalArgumentException("recencyWeight must be 0 to 10, not " + recencyWeight);
    }
    if (minScore < 0 || minScore > 1) {
      throw new IllegalArgumentException("minScore must be 0 to 1, not " + minScore);
    }
    if (refresh.isNegative() || refresh.isZero()) {
      throw new IllegalArgumentException("refresh must be longer than nothing");
    }
    if (memoryMb < 4) {
      throw new IllegalArgumentException("memoryMb must be at least 4, not " + memoryMb);
    }
  }

  /** English, recency as tuned, filler left out, found within half a second, 32 MiB. */
  public static ArchiveSettings defaults() {
    return new ArchiveSettings("en", 1.0, 0.75, Duration.ofMillis(500), 32);
  }

  /** These settings with another least confidence. */
  public ArchiveSettings withMinScore(double score) {
    return new ArchiveSettings(language, recencyWeight, score, refresh, memoryMb);
  }

  /** These settings with another weight of recency. */
  public ArchiveSettings withRecencyWeight(double weight) {
    return new ArchiveSettings(language, weight, minScore, refresh, memoryMb);
  }

  /** These settings with another language assumed. */
  public ArchiveSettings withLanguage(String tag) {
    return new ArchiveSettings(tag, recencyWeight, minScore, refresh, memoryMb);
  }
}
