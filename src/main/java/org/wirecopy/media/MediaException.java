package org.wirecopy.media;

/** What the house keeps for its pictures cannot be used; the message says what and why. */
public final class MediaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MediaException(String message, Throwable cause) {
    super(message, cause);
  }
}
