package org.wirecopy.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person should look at. Never holds a secret.
 *
 * @param kind what it is about
 * @param partner the partner it is about
 * @param uri the story it is about, or null if about the whole partner
 * @param at when it was noticed
 * @param reason in plain words
 */
public record Alarm(Kind kind, String partner, @Nullable String uri, Instant at, String reason) {

  /** What alarms are about. */
  public enum Kind {
    /** A partner has been failing for long and will be disabled. */
    FAILING,
    /** A partner was disabled; its backlog is kept. */
    DISABLED,
    /** A partner answers 401, 403 or 404, which only a person can mend. */
    REFUSED,
    /** A kill or withhold was not acknowledged by a partner. */
    RECALL_UNACKNOWLEDGED,
    /** What waits for a partner has waited too long. */
    BACKLOG
  }
}
