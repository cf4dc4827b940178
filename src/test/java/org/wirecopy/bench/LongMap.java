package org.wirecopy.bench;

/**
 * A map from hashes to numbers without an object per entry, so that counting costs the machine
 * little.
 */
final class LongMap {
  /** What {@link #putIfAbsent} answers for a new key; never stored as a value. */
  static final long ABSENT = Long.MIN_VALUE;

  private long[] keys = new long[1 << 12];
  private long[] values = new long[1 << 12];
  private int size;

  /** Stores a value unless the key is known; answers the value known before, or ABSENT. */
  long putIfAbsent(long hash, long value) {
    long key = hash == 0 ? 1 : hash;
    int at = slot(keys, key);
    if (keys[at] == key) {
      return values[at];
    }
    keys[at] = key;
    values[at] = value;
    if (++size > keys.length / 2) {
      grow();
    }
    return ABSENT;
  }

  int size() {
    return size;
  }

  private static int slot(long[] keys, long key) {
    int at = (int) (mix(key) >>> 32) & (keys.length - 1);
    while (keys[at] != 0 && keys[at] != key) {
      at = (at + 1) & (keys.length - 1);
    }
    return at;
  }

  private void grow() {
    long[] wider = new long[keys.length * 2];
    long[] moved = new long[keys.length * 2];
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] != 0) {
        int at = slot(wider, keys[i]);
        wider[at] = keys[i];
        moved[at] = values[i];
      }
    }
    keys = wider;
    values = moved;
  }

  /** Spreads the bits of a number over all 64. */
  static long mix(long value) {
    long z = value * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 29)) * 0xBF58476D1CE4E5B9L;
    return z ^ (z >>> 32);
  }
}
