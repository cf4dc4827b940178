package org.wirecopy.desk.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.oidc.Challenge;

/**
 * Log-ins that have begun here and are being finished at the provider. Each belongs to the browser
 * that began it, by a cookie that lives as long, and can be finished once.
 */
final class PendingLogIns {
  static final String COOKIE = "wirecopy-login";
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  /**
   * One of them.
   *
   * @param challenge that the provider's answer must fit
   * @param to the page of ours that it leads to
   */
  record Pending(Challenge challenge, String to, Instant began) {}

  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Pending> byState = new RecentlyUsed<>(MOST);

  PendingLogIns(InstantSource clock, SecureRandom random) {
    this.clock = clock;
    this.random = random;
  }

  /** Begins one in the browser that is answered. */
  Challenge begin(String to, HttpServletResponse response, boolean secure) {
    Challenge challenge = Challenge.of(random);
    Instant now = clock.instant();
    synchronized (byState) {
      byState.values().removeIf(pending -> isOver(pending, now));
      byState.put(challenge.state(), new Pending(challenge, to, now));
    }
    setCookie(response, challenge.state(), (int) LONGEST.toSeconds(), secure);
    return challenge;
  }

  /**
   * Finishes the one of a state, or null if there is none, or another browser began it, or it was
   * too long ago.
   */
  @Nullable Pending finish(
      @Nullable String state,
      HttpServletRequest request,
      HttpServletResponse response,
      boolean secure) {
    if (state == null || !state.equals(cookie(request))) {
      return null;
    }
    setCookie(response, "", 0, secure);
    synchronized (byState) {
      Pending pending = byState.remove(state);
      return pending == null || isOver(pending, clock.instant()) ? null : pending;
    }
  }

  private static boolean isOver(Pending pending, Instant now) {
    return pending.began().plus(LONGEST).isBefore(now);
  }

  private static @Nullable String cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return cookie.getValue();
        }
      }
    }
    return null;
  }

  // Lax: the browser comes back from the provider's page and must bring it.
  private static void setCookie(
      HttpServletResponse response, String value, int seconds, boolean secure) {
    Cookie cookie = new Cookie(COOKIE, value);
    cookie.setPath(OidcLogIn.START);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setAttribute("SameSite", "Lax");
    cookie.setMaxAge(seconds);
    response.addCookie(cookie);
  }
}
