package org.wirecopy.desk.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Checks names and passwords: not too often for one address or one user, and not more at once than
 * a machine can spare. An unknown name takes as long as a wrong password.
 */
final class LogIn {
  private static final int ADDRESS_TRIES = 10;
  private static final long ADDRESS_REFILL_MILLIS = 30_000;
  private static final int USER_TRIES = 20;
  private static final long USER_REFILL_MILLIS = 30_000;
  private static final int AT_ONCE = 2;
  private static final int PATIENCE_SECONDS = 5;
  private static final int LONGEST_PASSWORD = 256;
  private static final int REMEMBERED = 256;
  private static final long REMEMBERED_MILLIS = 300_000;

  /** What came of it. */
  sealed interface Answer {
    /** Name and password belong together. */
    record Welcome(User user) implements Answer {}

    /** They do not. */
    record Wrong() implements Answer {}

    /** Too many tries; the next one after some seconds. */
    record TooOften(long seconds) implements Answer {}
  }

  private record Remembered(User user, long until) {}

  private final Users users;
  private final InstantSource clock;
  private final LoginLimit byAddress;
  private final LoginLimit byUser;
  private final PasswordHash nobodys;
  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private final byte[] key = new byte[32];

  // API clients send their password with each request: it is not derived anew each time.
  private final Map<String, Remembered> remembered = new RecentlyUsed<>(REMEMBERED);

  LogIn(Users users, InstantSource clock, SecureRandom random) {
    this.users = users;
    this.clock = clock;
    this.byAddress = new LoginLimit(ADDRESS_TRIES, ADDRESS_REFILL_MILLIS, clock);
    this.byUser = new LoginLimit(USER_TRIES, USER_REFILL_MILLIS, clock);
    byte[] nobody = new byte[16];
    random.nextBytes(nobody);
    this.nobodys =
        PasswordHash.of(Base64.getEncoder().encodeToString(nobody).toCharArray(), random);
    random.nextBytes(key);
  }

  /** Checks a name and a password that came from an address. */
  Answer check(String name, String password, String address) {
    if (password.length() > LONGEST_PASSWORD) {
      return new Answer.Wrong();
    }
    User user = users.named(name);
    String digest = digest(name, password);
    if (user != null && isRemembered(digest, user)) {
      return new Answer.Welcome(user);
    }
    String from = Caller.network(address);
    if (!byAddress.take(from)) {
      return new Answer.TooOften(byAddress.secondsToNext());
    }
    // Only names that exist are counted: made-up ones must not push them out of memory.
    if (user != null && !byUser.take(name)) {
      return new Answer.TooOften(byUser.secondsToNext());
    }
    if (!awaitTurn()) {
      return new Answer.TooOften(PATIENCE_SECONDS);
    }
    try {
      PasswordHash hash = user == null ? nobodys : user.password();
      if (!hash.matches(password.toCharArray()) || user == null) {
        return new Answer.Wrong();
      }
    } finally {
      atOnce.release();
    }
    byAddress.giveBack(from);
    byUser.giveBack(name);
    remember(digest, user);
    return new Answer.Welcome(user);
  }

  /** The user as the file has them now, or null if they changed since or are gone. */
  @Nullable User asBefore(User user) {
    User now = users.named(user.name());
    return now != null && now.password().equals(user.password()) ? now : null;
  }

  /** The name if there is such a user, else a word that says there is none. */
  String knownName(String name) {
    return users.named(name) == null ? "(unknown)" : name;
  }

  private boolean awaitTurn() {
    try {
      return atOnce.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isRemembered(String digest, User user) {
    synchronized (remembered) {
      Remembered before = remembered.get(digest);
      return before != null
          && before.until() > clock.millis()
          && before.user().password().equals(user.password());
    }
  }

  private void remember(String digest, User user) {
    synchronized (remembered) {
      remembered.put(digest, new Remembered(user, clock.millis() + REMEMBERED_MILLIS));
    }
  }

  private String digest(String name, String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal((name + '\0' + password).getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA256", e);
    }
  }
}
