package org.wirecopy.desk.access;

/** Access is set up so that the house must not open; the message says what to do. */
public final class AccessException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AccessException(String message) {
    super(message);
  }
}
