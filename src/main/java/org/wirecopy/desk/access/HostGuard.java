package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where nobody has to log in, the house answers only to names of this machine: a foreign page whose
 * name was made to point here (DNS rebinding) is refused, and so is what a proxy passes on.
 */
final class HostGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private final transient Set<String> names = new HashSet<>();

  HostGuard(String own, Collection<String> further) {
    names.add(own.toLowerCase(Locale.ROOT));
    names.add("localhost");
    names.add("127.0.0.1");
    names.add("[::1]");
    further.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.of(request);
    if (Permissions.isHealth(path) || Permissions.isPicture(path)) {
      chain.doFilter(request, response);
    } else if (Caller.forwarded(request)) {
      new Problem(
              403,
              "Refused",
              "The request was passed on by a proxy, and nobody has to log in here. Set"
                  + " wirecopy.users and wirecopy.behind-proxy first.")
          .send(request, response);
    } else if (!names.contains(host(request))) {
      new Problem(
              421,
              "Wrong host",
              "This house is called localhost. For another name set wirecopy.hosts.")
          .send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static String host(HttpServletRequest request) {
    String host = request.getHeader("Host");
    if (host == null) {
      return "";
    }
    int colon = host.lastIndexOf(':');
    boolean port = colon > host.lastIndexOf(']');
    return (port ? host.substring(0, colon) : host).toLowerCase(Locale.ROOT);
  }
}
