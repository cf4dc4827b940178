package org.wirecopy.intake.formats;

import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;

/** Stops the reading of a file from any depth; its reader turns it into a rejection. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Rejection rejection;

  Unreadable(String code, String problem, @Nullable String where, String remedy) {
    super(code, null, false, false);
    this.rejection = new Rejection(code, problem, where, remedy);
  }

  Rejection rejection() {
    return rejection;
  }

  Reading reading() {
    return new Reading.Rejected(rejection);
  }
}
