package org.wirecopy.ninjs;

import java.io.Serial;

/**
 * A partner's own mapping cannot be used: it is not well-formed, or it fails on a story. The
 * message names the mapping and the place in it, in words for whoever wrote it.
 */
public final class MappingException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  MappingException(String message) {
    super(message);
  }

  MappingException(String message, Throwable cause) {
    super(message, cause);
  }
}
