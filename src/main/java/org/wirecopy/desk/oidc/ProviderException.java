package org.wirecopy.desk.oidc;

import java.io.IOException;

/** The provider cannot be used: down, slow, or not speaking as it should. No secret is in it. */
public final class ProviderException extends IOException {
  private static final long serialVersionUID = 1L;

  ProviderException(String message) {
    super(message);
  }
}
