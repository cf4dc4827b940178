package org.wirecopy.settings;

/** Wirecopy cannot start; the message says why and what to do. */
public final class HouseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HouseException(String message) {
    super(message);
  }
}
