package org.wirecopy.ledger;

/** The ledger could not be opened, read or written; the message says what to do about it. */
public final class LedgerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a message for people. */
  public LedgerException(String message) {
    super(message);
  }

  /** With a message for people and what led to it. */
  public LedgerException(String message, Throwable cause) {
    super(message, cause);
  }
}
