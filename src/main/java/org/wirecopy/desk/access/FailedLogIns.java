package org.wirecopy.desk.access;

import java.time.InstantSource;

/** Puts failed log-ins on record, though not so many that guessing fills the disk. */
final class FailedLogIns {
  private static final int BURST = 100;
  private static final long REFILL_MILLIS = 10_000;
  private static final String ALL = "all";

  private final AuditLog audit;
  private final InstantSource clock;
  private final LoginLimit limit;

  FailedLogIns(AuditLog audit, InstantSource clock) {
    this.audit = audit;
    this.clock = clock;
    this.limit = new LoginLimit(BURST, REFILL_MILLIS, clock);
  }

  /**
   * @param name of a user; a name that is none may be a password typed into the wrong field
   * @param what how it was tried
   */
  void record(String name, String from, String method, String what) {
    record(name, from, method, what, 401);
  }

  /** The same for who is known and yet may not come in. */
  void record(String name, String from, String method, String what, int status) {
    if (limit.take(ALL)) {
      audit.append(new AuditLog.Entry(clock.instant(), name, null, from, method, what, status, 0));
    }
  }
}
