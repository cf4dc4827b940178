package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which role each path takes. What is not listed takes the highest. */
final class Permissions extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private record Rule(String prefix, Role role) {
    boolean covers(String path) {
      return path.equals(prefix) || path.startsWith(prefix + "/");
    }
  }

  /** Where the partner that comes with the house takes its pushes. */
  static final String PUSH = "/example-partner";

  private static final List<Rule> ORDERS =
      List.of(
          new Rule("/api/related", Role.VIEWER),
          new Rule(PUSH, Role.VIEWER),
          new Rule(PartnerDoor.PAGES, Role.VIEWER),
          new Rule("/logout", Role.VIEWER),
          new Rule("/api/stories", Role.EDITOR),
          new Rule("/api/inbox", Role.EDITOR),
          new Rule("/stories", Role.EDITOR),
          new Rule("/inbox", Role.EDITOR));

  /** The routes read a path whatever its case, and overlook empty segments. */
  private static final Pattern MORE_SLASHES = Pattern.compile("//+");

  private static final List<Rule> READING = List.of(new Rule("/api/audit", Role.OPERATOR));

  /** True if no log-in is needed. */
  static boolean isOpen(String path) {
    return isHealth(path)
        || isPicture(path)
        || path.startsWith("/assets/")
        || path.equals("/login")
        || path.equals(OidcLogIn.START)
        || path.equals(OidcLogIn.BACK)
        || path.equals("/login.css");
  }

  static boolean isHealth(String path) {
    return path.equals("/health/live") || path.equals("/health/ready");
  }

  /** What partners fetch: their signed addresses open it, by whatever name they call the house. */
  static boolean isPicture(String path) {
    return path.startsWith("/pictures/");
  }

  /** The role that a request takes. */
  static Role needed(boolean order, String path) {
    if (isOpen(path)) {
      return Role.VIEWER;
    }
    String plain = MORE_SLASHES.matcher(path.toLowerCase(Locale.ROOT)).replaceAll("/");
    return (order ? ORDERS : READING)
        .stream()
            .filter(rule -> rule.covers(plain))
            .map(Rule::role)
            .findFirst()
            .orElse(order ? Role.OPERATOR : Role.VIEWER);
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Role needed = needed(CrossSiteGuard.isOrder(request), RequestPath.of(request));
    if (Visitor.of(request).may(needed)) {
      chain.doFilter(request, response);
    } else {
      new Problem(
              403,
              "Not permitted",
              "This takes the role "
                  + needed.word()
                  + "; yours is "
                  + Visitor.of(request).role().word()
                  + ".")
          .send(request, response);
    }
  }
}
