package org.wirecopy.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * Where and when a story is dated.
 *
 * @param place as printed, for example {@code ANKARA}; null if the file names none
 * @param date the stated date; null if the file states none, since dates are never invented
 * @param precision how much of {@code date} the file states
 */
public record Dateline(@Nullable String place, @Nullable OffsetDateTime date, Precision precision) {

  /** How much of a date the file states. */
  public enum Precision {
    /** Date, time and offset stand in the file. */
    INSTANT,
    /** The file gives date and time; the offset is the desk's time zone. */
    LOCAL_TIME,
    /** The file gives the day only; the time is midnight in the desk's time zone. */
    DAY
  }

  /** Neither place nor date. */
  public static final Dateline NONE = new Dateline(null, null, Precision.DAY);
}
