package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.desk.oidc.Answer;
import org.wirecopy.desk.oidc.Challenge;
import org.wirecopy.desk.oidc.Identity;
import org.wirecopy.desk.oidc.Provider;
import org.wirecopy.desk.oidc.ProviderException;

/**
 * Log-in at a provider outside: {@code /login/oidc} sends the browser there, {@code
 * /login/oidc/callback} takes it back.
 */
final class OidcLogIn extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(OidcLogIn.class);

  static final String START = "/login/oidc";
  static final String BACK = START + "/callback";

  /** Log-ins that are begun and never finished are slowed down by address. */
  private static final int TRIES = 20;

  private static final long REFILL_MILLIS = 10_000;

  /** So many may wait for the provider at once, that a slow one does not take the whole page. */
  private static final int AT_ONCE = 4;

  private final transient OidcSettings settings;
  private final transient String host;
  private final transient Provider provider;
  private final transient PendingLogIns pending;
  private final transient SessionStart sessions;
  private final transient Caller caller;
  private final transient FailedLogIns failed;
  private final transient InstantSource clock;
  private final transient LoginLimit limit;
  private final transient Semaphore atOnce = new Semaphore(AT_ONCE);

  /**
   * @param host the address that the house listens on
   */
  OidcLogIn(
      OidcSettings settings,
      String host,
      SessionStart sessions,
      Caller caller,
      FailedLogIns failed,
      InstantSource clock,
      SecureRandom random) {
    this.settings = settings;
    this.host = host.indexOf(':') < 0 ? host : "[" + host + "]";
    this.provider = new Provider(settings.provider(), clock);
    this.pending = new PendingLogIns(clock, random);
    this.sessions = sessions;
    this.caller = caller;
    this.failed = failed;
    this.clock = clock;
    this.limit = new LoginLimit(TRIES, REFILL_MILLIS, clock);
  }

  /** What the log-in page calls the provider. */
  String name() {
    return settings.name();
  }

  /** Where the log-in page leads to; at the address that the provider sends the browser back to. */
  String link(HttpServletRequest request, String to) {
    return ours(request, START) + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
  }

  /** Where somebody who logs out here logs out at the provider too, or null. */
  @Nullable URI logOut(Member member, HttpServletRequest request) {
    return provider.logOut(member.idToken(), ours(request, "/login"));
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!atOnce.tryAcquire()) {
      tooOften(response, 5);
      return;
    }
    try {
      if (RequestPath.of(request).equals(BACK)) {
        finish(request, response);
      } else {
        begin(request, response);
      }
    } finally {
      atOnce.release();
    }
  }

  private void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!limit.take(caller.network(request))) {
      tooOften(response, limit.secondsToNext());
      return;
    }
    String to = LogInPage.ownPage(request.getParameter("to"));
    Challenge challenge = pending.begin(to, response, caller.secure(request));
    try {
      URI there = provider.logIn(challenge, ours(request, BACK));
      response.setStatus(303);
      response.setHeader("Location", there.toASCIIString());
    } catch (ProviderException e) {
      unreachable(String.valueOf(e.getMessage()), response);
    }
  }

  private void finish(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Instant since = clock.instant();
    PendingLogIns.Pending begun =
        pending.finish(request.getParameter("state"), request, response, caller.secure(request));
    if (begun == null) {
      failed.record("(unknown)", caller.address(request), "GET", "/login?oidc");
      refuse(
          400,
          "This log-in was begun in another browser or window, or too long ago. Begin it anew.",
          response);
      return;
    }
    Answer answer = provider.identify(query(request), begun.challenge(), ours(request, BACK));
    if (answer instanceof Answer.Known known) {
      welcome(known.identity(), begun.to(), since, request, response);
    } else if (answer instanceof Answer.Refused refused) {
      LOG.warn("A log-in at {} was refused: {}", settings.provider().issuer(), refused.why());
      failed.record("(unknown)", caller.address(request), "GET", "/login?oidc");
      refuse(401, settings.name() + " did not let you in, or its answer does not fit.", response);
    } else if (answer instanceof Answer.Unreachable unreachable) {
      unreachable(unreachable.why(), response);
    }
  }

  private void welcome(
      Identity identity,
      String to,
      Instant since,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String name = Visitor.isReserved(identity.name()) ? identity.subject() : identity.name();
    String what = "/login?oidc=" + URLEncoder.encode(identity.subject(), StandardCharsets.UTF_8);
    Role role = settings.roles().of(identity.groups());
    if (role == null) {
      failed.record(name, caller.address(request), "GET", what, 403);
      refuse(
          403,
          "You are known as "
              + name
              + ", but have no role here. Ask those who run Wirecopy to give you one.",
          response);
      return;
    }
    limit.giveBack(caller.network(request));
    sessions.begin(new Member(name, role, identity.idToken()), what, since, request, response);
    // Led on by a page of our own: to a request that began at the provider's the browser would not
    // add the session's cookie.
    PlainPage.leadOn(response, "Logged in", to, "Go on to Wirecopy");
  }

  private void unreachable(String why, HttpServletResponse response) throws IOException {
    LOG.warn("Nobody can log in at {}: {}", settings.provider().issuer(), why);
    refuse(
        502,
        settings.name() + " cannot be reached at the moment. Try again in a minute.",
        response);
  }

  private static void tooOften(HttpServletResponse response, long seconds) throws IOException {
    response.setHeader("Retry-After", Long.toString(seconds));
    refuse(
        429,
        "Too many log-ins at once. The next one is taken in " + seconds + " seconds.",
        response);
  }

  private static void refuse(int status, String why, HttpServletResponse response)
      throws IOException {
    PlainPage.send(
        response,
        status,
        "Not logged in",
        "<p role=\"alert\">"
            + PlainPage.escaped(why)
            + "</p>\n<p><a href=\"/login\">To the log-in page</a></p>");
  }

  /** An address of ours as the browser must call it. */
  private URI ours(HttpServletRequest request, String path) {
    URI base = settings.base();
    String start = base == null ? "http://" + host + ":" + request.getLocalPort() : base.toString();
    return URI.create(start + path);
  }

  private static Map<String, List<String>> query(HttpServletRequest request) {
    Map<String, List<String>> query = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> query.put(name, List.of(values)));
    return query;
  }
}
