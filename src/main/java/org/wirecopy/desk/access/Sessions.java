package org.wirecopy.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who is logged in. Kept in memory only: after a restart everyone logs in again. Of the token only
 * a digest is kept.
 */
final class Sessions {
  private static final int MOST = 10_000;
  private static final int TOKEN_BYTES = 32;

  /** A session as it is kept. The person is as of log-in: a changed password ends it. */
  record Session(Person person, String csrfToken, Instant began, Instant used) {
    Session usedAt(Instant now) {
      return new Session(person, csrfToken, began, now);
    }
  }

  private final Duration idle;
  private final Duration longest;
  private final InstantSource clock;
  private final SecureRandom random;

  private final Map<String, Session> byDigest = new RecentlyUsed<>(MOST);

  Sessions(Duration idle, Duration longest, InstantSource clock, SecureRandom random) {
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
    this.random = random;
  }

  /** Begins a session and answers its token, which only the cookie holds. */
  synchronized String begin(Person person) {
    String token = token();
    Instant now = clock.instant();
    byDigest.values().removeIf(session -> ended(session, now));
    byDigest.put(digest(token), new Session(person, token(), now, now));
    return token;
  }

  /** The session of a token, or null if there is none or it has ended; counts as use. */
  synchronized @Nullable Session use(String token) {
    Session session = look(token);
    if (session != null) {
      byDigest.put(digest(token), session.usedAt(clock.instant()));
    }
    return session;
  }

  /** The same, but nobody has used it. */
  synchronized @Nullable Session look(String token) {
    String digest = digest(token);
    Session session = byDigest.get(digest);
    if (session != null && ended(session, clock.instant())) {
      byDigest.remove(digest);
      return null;
    }
    return session;
  }

  /** Ends a session; answers whose it was, or null if there was none. */
  synchronized @Nullable Person end(String token) {
    Session ended = byDigest.remove(digest(token));
    return ended == null ? null : ended.person();
  }

  private boolean ended(Session session, Instant now) {
    return now.isAfter(session.used().plus(idle)) || now.isAfter(session.began().plus(longest));
  }

  private String token() {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String digest(String token) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return Base64.getEncoder()
          .encodeToString(sha256.digest(token.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
