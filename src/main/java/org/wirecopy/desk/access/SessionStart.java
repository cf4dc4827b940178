package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Begins the session of somebody who is known now, and puts the log-in on record. */
final class SessionStart {
  private final Sessions sessions;
  private final Caller caller;
  private final AuditLog audit;
  private final InstantSource clock;

  SessionStart(Sessions sessions, Caller caller, AuditLog audit, InstantSource clock) {
    this.sessions = sessions;
    this.caller = caller;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Gives the browser a new session, whatever it had before.
   *
   * @param what how they logged in, for the record
   * @param since when that began
   */
  void begin(
      Person person,
      String what,
      Instant since,
      HttpServletRequest request,
      HttpServletResponse response) {
    String before = SessionCookie.token(request);
    if (before != null) {
      sessions.end(before);
    }
    SessionCookie.set(response, sessions.begin(person), caller.secure(request));
    audit.append(
        new AuditLog.Entry(
            since,
            person.name(),
            person.role().word(),
            caller.address(request),
            request.getMethod(),
            what,
            200,
            Duration.between(since, clock.instant()).toMillis()));
  }
}
