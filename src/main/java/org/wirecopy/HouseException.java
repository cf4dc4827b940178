package org.wirecopy;

/** Wirecopy cannot start; the message says why and what to do. */
public final class HouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  HouseException(String message) {
    super(message);
  }
}
