package org.wirecopy.desk.access;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;

/**
 * The door of the partners' own pages, {@code /for/NAME}: the partner's name and its page token as
 * HTTP Basic (RFC 7617), whoever may come in elsewhere. All else goes to the door of the house.
 */
final class PartnerDoor implements Filter {
  static final String PAGES = "/for";
  private static final int TRIES = 10;
  private static final long REFILL_MILLIS = 30_000;

  private final PartnerTokens tokens;
  private final Filter house;
  private final Caller caller;
  private final FailedLogIns failed;
  private final LoginLimit limit;

  PartnerDoor(
      PartnerTokens tokens, Filter house, Caller caller, FailedLogIns failed, InstantSource clock) {
    this.tokens = tokens;
    this.house = house;
    this.caller = caller;
    this.failed = failed;
    this.limit = new LoginLimit(TRIES, REFILL_MILLIS, clock);
  }

  /** True if a path is of a partner's own page. */
  static boolean leadsTo(String path) {
    return path.startsWith(PAGES + "/");
  }

  /** Whose page it is, read as the page itself reads it. */
  private static String named(List<String> segments) {
    return segments.size() < 2 ? "" : segments.get(1);
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    if (!leadsTo(RequestPath.of(asked))) {
      house.doFilter(request, response, chain);
      return;
    }
    HttpServletResponse answer = (HttpServletResponse) response;
    String name = named(RequestPath.segments(asked));
    BasicCredentials given = BasicCredentials.of(asked);
    String from = caller.address(asked);
    if (given != null && !limit.take(from)) {
      answer.setHeader("Retry-After", Long.toString(limit.secondsToNext()));
      new Problem(429, "Too many tries", "Try again in " + limit.secondsToNext() + " seconds.")
          .send(asked, answer);
    } else if (given != null && given.name().equals(name) && tokens.open(name, given.password())) {
      limit.giveBack(from);
      Visitor.partner(name).enter(asked);
      chain.doFilter(request, response);
    } else {
      if (given != null) {
        failed.record("(a partner)", from, asked.getMethod(), PAGES);
      }
      answer.setHeader(
          "WWW-Authenticate", "Basic realm=\"Wirecopy for partners\", charset=\"UTF-8\"");
      new Problem(
              401,
              "Your page token",
              "Log in with your partner name as user and your page token as password.")
          .send(asked, answer);
    }
  }
}
