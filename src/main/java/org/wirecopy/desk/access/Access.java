package org.wirecopy.desk.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.jspecify.annotations.Nullable;

/**
 * The door of the house: what stands between the network and the routes, outermost first, and the
 * pages that belong to it. With users, or a provider to log in at, everybody logs in; without, only
 * this machine is let in.
 */
public final class Access {
  private final List<Filter> filters = new ArrayList<>();
  private final Map<String, Servlet> servlets = new LinkedHashMap<>();

  /**
   * Sets up the door.
   *
   * @param audit where orders are put on record
   * @param partners which tokens open the partners' own pages
   * @throws AccessException if others could come in without log-in, or the users file is wrong
   */
  public Access(
      AccessSettings settings,
      AuditLog audit,
      PartnerTokens partners,
      InstantSource clock,
      SecureRandom random) {
    Users users = settings.users() == null ? null : Users.in(settings.users(), clock);
    boolean open = users == null && settings.oidc() == null;
    if (open) {
      refuseStrangers(settings);
    }
    Caller caller = new Caller(settings.behindProxy());
    filters.add(new SecurityHeaders());
    filters.add(new ProblemAnswers());
    filters.add(new PlainPaths());
    if (open) {
      filters.add(new HostGuard(settings.host(), settings.hosts()));
    }
    filters.add(new CrossSiteGuard());
    FailedLogIns failed = new FailedLogIns(audit, clock);
    Filter house =
        open
            ? Access::nobodyLogsIn
            : whoLogsIn(users, settings, caller, audit, failed, clock, random);
    filters.add(new PartnerDoor(partners, house, caller, failed, clock));
    filters.add(new Auditing(audit, caller, clock));
    filters.add(new Permissions());
    filters.add(new CsrfGuard());
    servlets.put("/login.css", new StyleSheet());
  }

  private static void nobodyLogsIn(
      ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Visitor.LOCAL.enter(request);
    chain.doFilter(request, response);
  }

  private Filter whoLogsIn(
      @Nullable Users users,
      AccessSettings settings,
      Caller caller,
      AuditLog audit,
      FailedLogIns failed,
      InstantSource clock,
      SecureRandom random) {
    LogIn logIn = users == null ? null : new LogIn(users, clock, random);
    Sessions sessions = new Sessions(settings.idle(), settings.longest(), clock, random);
    SessionStart start = new SessionStart(sessions, caller, audit, clock);
    OidcLogIn oidc =
        settings.oidc() == null
            ? null
            : new OidcLogIn(settings.oidc(), settings.host(), start, caller, failed, clock, random);
    if (oidc != null) {
      servlets.put(OidcLogIn.START, oidc);
      servlets.put(OidcLogIn.BACK, oidc);
    }
    servlets.put("/login", new LogInPage(logIn, oidc, start, caller, failed, clock));
    servlets.put("/logout", new LogOut(sessions, caller, oidc));
    return new Doorkeeper(logIn, sessions, caller, failed);
  }

  private static void refuseStrangers(AccessSettings settings) {
    if (!isLoopback(settings.host())) {
      throw new AccessException(
          "Wirecopy would listen on "
              + settings.host()
              + ", where others can reach it, and nobody would have to log in. Name who may come in"
              + " (setting wirecopy.users or wirecopy.oidc.issuer, see the README), or listen on 127.0.0.1 only.");
    }
    if (settings.behindProxy()) {
      throw new AccessException(
          "wirecopy.behind-proxy is true, but nobody would have to log in. Name who may come in"
              + " (setting wirecopy.users or wirecopy.oidc.issuer, see the README).");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      for (InetAddress address : InetAddress.getAllByName(host)) {
        if (!address.isLoopbackAddress()) {
          return false;
        }
      }
      return !host.isEmpty();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Puts the door before everything that the context serves. */
  public void guard(ServletContextHandler context) {
    for (Filter filter : filters) {
      FilterHolder holder = new FilterHolder(filter);
      holder.setAsyncSupported(true);
      context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    servlets.forEach((path, page) -> context.addServlet(new ServletHolder(page), path));
    context.setErrorHandler(new ServerErrors());
  }
}
