package org.wirecopy.intake.inbox;

/**
 * A kill or a withhold names a story that is not here. It may have overtaken the story, so it is
 * tried again as long as files dropped before it are still to be read.
 */
public final class AwaitedStory extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param refusal what the ledger said, in plain words
   */
  public AwaitedStory(String refusal) {
    super(refusal + " It waits for the files that lay in the inbox with it.");
  }
}
