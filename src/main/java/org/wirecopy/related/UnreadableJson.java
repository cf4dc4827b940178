package org.wirecopy.related;

/** JSON from outside that cannot be understood; the message says where and what was expected. */
public final class UnreadableJson extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  UnreadableJson(String message) {
    super(message);
  }
}
