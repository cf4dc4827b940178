package org.wirecopy.article;

import java.util.Locale;

/** What a version asks its receivers to do; travels as the header {@code wirecopy-action}. */
public enum Action {
  /** A new story. */
  PUBLISH,
  /** More news on a story that was sent before. */
  UPDATE,
  /** A substantive error mended, with a note that says what changed. */
  CORRECT,
  /** Stop publishing until released or corrected. */
  WITHHOLD,
  /** A withheld or killed story may be published again. */
  RELEASE,
  /** Purge every version ever delivered. */
  KILL;

  /** True for what must reach everyone at once, past filters and limits: withhold and kill. */
  public boolean recalls() {
    return this == WITHHOLD || this == KILL;
  }

  /** The word on the wire, for example {@code publish}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
