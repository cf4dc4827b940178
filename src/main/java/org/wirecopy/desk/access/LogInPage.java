package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** The log-in page: a plain form, a link to the provider, or both; it needs no script. */
final class LogInPage extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_TO = 2_000;

  private final transient @Nullable LogIn logIn;
  private final transient @Nullable OidcLogIn oidc;
  private final transient SessionStart sessions;
  private final transient Caller caller;
  private final transient FailedLogIns failed;
  private final transient InstantSource clock;

  /**
   * @param logIn checks passwords; null where there are none
   * @param oidc log-in at the provider; null where there is none
   */
  LogInPage(
      @Nullable LogIn logIn,
      @Nullable OidcLogIn oidc,
      SessionStart sessions,
      Caller caller,
      FailedLogIns failed,
      InstantSource clock) {
    this.logIn = logIn;
    this.oidc = oidc;
    this.sessions = sessions;
    this.caller = caller;
    this.failed = failed;
    this.clock = clock;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    form(request, response, 200, null);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (logIn == null) {
      Problem.ofStatus(405).send(request, response);
      return;
    }
    Instant since = clock.instant();
    String name = text(request, "name").strip();
    String address = caller.address(request);
    LogIn.Answer answer = logIn.check(name, text(request, "password"), address);
    if (answer instanceof LogIn.Answer.Welcome welcome) {
      sessions.begin(welcome.user(), "/login", since, request, response);
      response.setStatus(303);
      response.setHeader("Location", ownPage(request.getParameter("to")));
    } else if (answer instanceof LogIn.Answer.TooOften tooOften) {
      response.setHeader("Retry-After", Long.toString(tooOften.seconds()));
      form(
          request,
          response,
          429,
          "Too many tries. The next one is taken in " + tooOften.seconds() + " seconds.");
    } else {
      failed.record(logIn.knownName(name), address, "POST", "/login");
      form(request, response, 401, "Name and password do not belong together.");
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

  private void form(
      HttpServletRequest request, HttpServletResponse response, int status, @Nullable String fault)
      throws IOException {
    String to = ownPage(request.getParameter("to"));
    StringBuilder body = new StringBuilder();
    if (fault != null) {
      body.append("<p role=\"alert\">").append(PlainPage.escaped(fault)).append("</p>\n");
    }
    if (oidc != null) {
      body.append(link(oidc, oidc.link(request, to)));
    }
    if (oidc != null && logIn != null) {
      body.append("<p class=\"or\">or with a password</p>\n");
    }
    if (logIn != null) {
      body.append(passwordForm(to, oidc == null));
    }
    PlainPage.send(response, status, "Log in", body.toString());
  }

  private static String link(OidcLogIn oidc, String address) {
    return "<p><a class=\"button\" href=\"%s\">Log in with %s</a></p>\n"
        .formatted(PlainPage.escaped(address), PlainPage.escaped(oidc.name()));
  }

  private static String passwordForm(String to, boolean alone) {
    return """
        <form method="post" action="/login">
        <input type="hidden" name="to" value="%s">
        <label for="name">Name</label>
        <input id="name" name="name" autocomplete="username" autocapitalize="none" required%s>
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required>
        <button>Log in</button>
        </form>"""
        .formatted(PlainPage.escaped(to), alone ? " autofocus" : "");
  }
}
