package org.wirecopy.crash;

/**
 * One state of a story's file.
 *
 * @param story its number
 * @param revision 1 for the first text, one more for each change
 */
record Draft(int story, int revision) {

  /** The same story, changed once more. */
  Draft changed() {
    return new Draft(story, revision + 1);
  }
}
