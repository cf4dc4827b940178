package org.wirecopy.intake.inbox;

import java.io.IOException;

/** A file is no longer what was found complete, so what was read of it may be half a text. */
final class ChangedMeanwhile extends IOException {
  private static final long serialVersionUID = 1L;

  ChangedMeanwhile() {
    super("changed before it was read");
  }
}
