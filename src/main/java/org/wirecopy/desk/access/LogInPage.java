package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The log-in page: a plain form that needs no script. */
final class LogInPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TO = 2_000;

  private final transient LogIn logIn;
  private final transient Sessions sessions;
  private final transient Caller caller;
  private final transient AuditLog audit;
  private final transient FailedLogIns failed;
  private final transient InstantSource clock;

  LogInPage(
      LogIn logIn,
      Sessions sessions,
      Caller caller,
      AuditLog audit,
      FailedLogIns failed,
      InstantSource clock) {
    this.logIn = logIn;
    this.sessions = sessions;
    this.caller = caller;
    this.audit = audit;
    this.failed = failed;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    form(response, 200, request.getParameter("to"), null);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant at = clock.instant();
    String name = text(request, "name").strip();
    String to = request.getParameter("to");
    String address = caller.address(request);
    LogIn.Answer answer = logIn.check(name, text(request, "password"), address);
    if (answer instanceof LogIn.Answer.Welcome welcome) {
      User user = welcome.user();
      String before = SessionCookie.token(request);
      if (before != null) {
        sessions.end(before);
      }
      SessionCookie.set(response, sessions.begin(user), caller.secure(request));
      audit.append(
          new AuditLog.Entry(
              at,
              user.name(),
              user.role().word(),
              address,
              "POST",
              "/login",
              200,
              Duration.between(at, clock.instant()).toMillis()));
      response.setStatus(303);
      response.setHeader("Location", ownPage(to));
    } else if (answer instanceof LogIn.Answer.TooOften tooOften) {
      response.setHeader("Retry-After", Long.toString(tooOften.seconds()));
      form(
          response,
          429,
          to,
          "Too many tries. The next one is taken in " + tooOften.seconds() + " seconds.");
    } else {
      failed.record(logIn.knownName(name), address, "POST", "/login");
      form(response, 401, to, "Name and password do not belong together.");
    }
  }

  private static String text(HttpServletRequest request, String field) {
    String value = request.getParameter(field);
    return value == null ? "" : value;
  }

  /** A page of ours; anything that could lead elsewhere becomes the first page. */
  static String ownPage(@Nullable String to) {
    if (to == null
        || to.length() > LONGEST_TO
        || !to.startsWith("/")
        || to.startsWith("//")
        || !to.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\')) {
      return "/";
    }
    return to;
  }

  private static void form(
      HttpServletResponse response, int status, @Nullable String to, @Nullable String fault)
      throws IOException {
    String alert = fault == null ? "" : "<p role=\"alert\">" + PlainPage.escaped(fault) + "</p>\n";
    String form =
        """
        <form method="post" action="/login">
        <input type="hidden" name="to" value="%s">
        <label for="name">Name</label>
        <input id="name" name="name" autocomplete="username" autocapitalize="none" required autofocus>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <button>Log in</button>
        </form>"""
            .formatted(PlainPage.escaped(ownPage(to)));
    byte[] page = PlainPage.of("Log in", alert + form).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(Problem.HTML_TYPE);
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }
}
