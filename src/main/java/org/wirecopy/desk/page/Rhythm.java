package org.wirecopy.desk.page;

/**
 * At which beats open pages are told that something changed: at the next one, but while changes
 * come at every beat only now and then. Nobody reads faster than that, and each page shown anew
 * costs the partners some of the house's time.
 */
final class Rhythm {
  /** So many beats in a row with a change are a stream of them. */
  private static final int STREAM = 4;

  /** In a stream pages are told at one beat of so many. */
  private static final int SLOWER = 4;

  private int inARow;
  private int sinceTold = SLOWER;
  private boolean untold;

  /**
   * One beat.
   *
   * @param changed whether something changed since the last
   * @return whether to tell the pages now
   */
  boolean beat(boolean changed) {
    inARow = changed ? inARow + 1 : 0;
    untold |= changed;
    sinceTold++;
    if (!untold || (inARow > STREAM && sinceTold < SLOWER)) {
      return false;
    }
    untold = false;
    sinceTold = 0;
    return true;
  }
}
