package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lets in who is known: by the session's cookie, or by HTTP Basic (RFC 7617) with each request.
 * People are sent to the log-in page, programs get 401.
 */
final class Doorkeeper extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Header of requests that a page makes by itself. */
  private static final String RENEWAL = "X-Wirecopy-Renewal";

  /** Where a page hears that it should. */
  private static final String EVENTS = "/events";

  private final transient @Nullable LogIn logIn;
  private final transient Sessions sessions;
  private final transient Caller caller;
  private final transient FailedLogIns failed;

  /**
   * @param logIn checks passwords; null where there are none
   */
  Doorkeeper(@Nullable LogIn logIn, Sessions sessions, Caller caller, FailedLogIns failed) {
    this.logIn = logIn;
    this.sessions = sessions;
    this.caller = caller;
    this.failed = failed;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (Permissions.isOpen(RequestPath.of(request)) || isOwnPush(request)) {
      Visitor.ANYBODY.enter(request);
      chain.doFilter(request, response);
      return;
    }
    Visitor visitor = bySession(request);
    if (visitor == null && logIn != null && request.getHeader("Authorization") != null) {
      LogIn.Answer answer = byPassword(logIn, request);
      if (answer instanceof LogIn.Answer.TooOften tooOften) {
        response.setHeader("Retry-After", Long.toString(tooOften.seconds()));
        new Problem(429, "Too many tries", "Try again in " + tooOften.seconds() + " seconds.")
            .send(request, response);
        return;
      }
      if (answer instanceof LogIn.Answer.Welcome welcome) {
        visitor = new Visitor(welcome.user().name(), welcome.user().role(), null);
      }
    }
    if (visitor == null) {
      turnAway(request, response);
    } else {
      visitor.enter(request);
      chain.doFilter(request, response);
    }
  }

  /** What an open page asks for by itself: nobody need sit before it. */
  private static boolean isRenewal(HttpServletRequest request) {
    return request.getHeader(RENEWAL) != null || RequestPath.of(request).equals(EVENTS);
  }

  /** The house itself brings pushes to the example partner, which verifies their signatures. */
  private boolean isOwnPush(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && RequestPath.of(request).equals(Permissions.PUSH)
        && Caller.isLoopback(caller.address(request));
  }

  private @Nullable Visitor bySession(HttpServletRequest request) {
    String token = SessionCookie.token(request);
    if (token == null) {
      return null;
    }
    Sessions.Session session = isRenewal(request) ? sessions.look(token) : sessions.use(token);
    if (session == null) {
      return null;
    }
    Person person = session.person();
    if (person instanceof User user) {
      person = logIn == null ? null : logIn.asBefore(user);
    }
    return person == null ? null : new Visitor(person.name(), person.role(), session.csrfToken());
  }

  private LogIn.Answer byPassword(LogIn logIn, HttpServletRequest request) {
    BasicCredentials given = BasicCredentials.of(request);
    if (given == null) {
      return new LogIn.Answer.Wrong();
    }
    String address = caller.address(request);
    LogIn.Answer answer = logIn.check(given.name(), given.password(), address);
    if (answer instanceof LogIn.Answer.Wrong) {
      failed.record(logIn.knownName(given.name()), address, request.getMethod(), "basic");
    }
    return answer;
  }

  private void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean page =
        request.getMethod().equals("GET")
            && Problem.wantsPage(request.getHeader("Accept"), RequestPath.of(request));
    if (page) {
      String query = request.getQueryString();
      String to = request.getRequestURI() + (query == null ? "" : "?" + query);
      response.setStatus(303);
      response.setHeader("Location", "/login?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
      return;
    }
    // A script of our page must not make the browser ask for a password of its own.
    boolean script = request.getHeader("Sec-Fetch-Mode") != null;
    response.setHeader(
        "WWW-Authenticate",
        script || logIn == null
            ? "Session realm=\"Wirecopy\""
            : "Basic realm=\"Wirecopy\", charset=\"UTF-8\"");
    String how =
        logIn == null
            ? "Log in at /login. For programs name users with passwords (setting wirecopy.users)."
            : "Log in at /login, or send name and password (HTTP Basic).";
    new Problem(401, "Log in", how).send(request, response);
  }
}
