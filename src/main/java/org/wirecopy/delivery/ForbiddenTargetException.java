package org.wirecopy.delivery;

import java.net.UnknownHostException;

/** A target that may not be connected to; the message names the host and the address. */
final class ForbiddenTargetException extends UnknownHostException {
  private static final long serialVersionUID = 1L;

  ForbiddenTargetException(String message) {
    super(message);
  }
}
