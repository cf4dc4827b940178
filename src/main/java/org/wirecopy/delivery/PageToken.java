package org.wirecopy.delivery;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** The token that opens a partner's own page. */
public final class PageToken {
  private static final int SHORTEST = 20;
  private static final int LONGEST = 200;

  private final byte[] text;

  private PageToken(byte[] text) {
    this.text = text;
  }

  /**
   * Reads a token.
   *
   * @throws IllegalArgumentException if it is too short to be safe, too long, or has blanks
   */
  static PageToken read(String text) {
    if (text.length() < SHORTEST
        || text.length() > LONGEST
        || text.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException("not a token");
    }
    return new PageToken(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether this is the token; takes as long for any. */
  public boolean is(String given) {
    return MessageDigest.isEqual(text, given.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "PageToken";
  }
}
