package org.wirecopy.ledger;

import java.util.Locale;

/** Where a delivery stands. */
public enum DeliveryState {
  /** Under embargo for this partner. */
  HELD,
  /** Waiting, in flight, or to be retried. */
  PENDING,
  /** The partner has it. */
  DELIVERED,
  /** A newer version took its place. */
  SUPERSEDED,
  /** The partner's filter leaves it out. */
  FILTERED,
  /** Waits for a person; may be replayed. */
  PARKED;

  String column() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DeliveryState of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }
}
