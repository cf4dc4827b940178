package org.wirecopy.ledger;

import java.util.random.RandomGenerator;

/**
 * Names of deliveries: {@code msg_} and 26 characters of Crockford's base 32, the first ten of
 * which are the time in milliseconds (as in ULID), so that later ones sort after earlier ones.
 */
final class DeliveryIds {
  private static final char[] DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();
  private final RandomGenerator random;

  DeliveryIds(RandomGenerator random) {
    this.random = random;
  }

  String next(long millis) {
    char[] id = new char[30];
    id[0] = 'm';
    id[1] = 's';
    id[2] = 'g';
    id[3] = '_';
    write(id, 4, 10, millis);
    write(id, 14, 8, random.nextLong());
    write(id, 22, 8, random.nextLong());
    return new String(id);
  }

  private static void write(char[] id, int from, int length, long bits) {
    long rest = bits;
    for (int i = from + length - 1; i >= from; i--) {
      id[i] = DIGITS[(int) (rest & 31)];
      rest >>>= 5;
    }
  }
}
