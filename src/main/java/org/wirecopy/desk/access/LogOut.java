package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Ends a session, and the one at the provider where it came from there. */
final class LogOut extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;
  private final transient Caller caller;
  private final transient @Nullable OidcLogIn oidc;

  LogOut(Sessions sessions, Caller caller, @Nullable OidcLogIn oidc) {
    this.sessions = sessions;
    this.caller = caller;
    this.oidc = oidc;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String token = SessionCookie.token(request);
    Person left = token == null ? null : sessions.end(token);
    SessionCookie.remove(response, caller.secure(request));
    if (oidc != null && left instanceof Member member) {
      URI there = oidc.logOut(member, request);
      if (there != null) {
        // Led on by a page: our forms may lead to no other house, not even by a redirect.
        PlainPage.leadOn(
            response, "Logged out", there.toASCIIString(), "Log out at " + oidc.name() + " too");
        return;
      }
    }
    response.setStatus(303);
    response.setHeader("Location", "/login");
  }
}
