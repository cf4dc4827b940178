package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Ends a session. */
final class LogOut extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Sessions sessions;
  private final transient Caller caller;

  LogOut(Sessions sessions, Caller caller) {
    this.sessions = sessions;
    this.caller = caller;
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    String token = SessionCookie.token(request);
    if (token != null) {
      sessions.end(token);
    }
    SessionCookie.remove(response, caller.secure(request));
    response.setStatus(303);
    response.setHeader("Location", "/login");
  }
}
