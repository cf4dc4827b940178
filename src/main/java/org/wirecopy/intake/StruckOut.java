package org.wirecopy.intake;

/** Text with a line through it: its author took it back and left it for others to see. */
public final class StruckOut {
  /** What an editor is told where some was left out. */
  public static final String WARNING = "Struck-out text was left out.";

  private StruckOut() {}
}
