package org.wirecopy.delivery;

/** A partner's parameters cannot be used; the message names each fault, never a secret. */
public final class PartnerException extends Exception {
  private static final long serialVersionUID = 1L;

  PartnerException(String message) {
    super(message);
  }
}
