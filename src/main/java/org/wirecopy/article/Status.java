package org.wirecopy.article;

/** Publishing status of a story, as in IPTC NewsML-G2 {@code pubStatus}. */
public enum Status {
  /** May be published. */
  USABLE,
  /** Must not be published until released or corrected. */
  WITHHELD,
  /** Killed: all versions ever delivered are recalled, for good. */
  CANCELED
}
