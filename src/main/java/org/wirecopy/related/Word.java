package org.wirecopy.related;

import org.apache.lucene.util.BytesRef;

/**
 * One word form as the archive keeps it.
 *
 * @param letters stands for the form as written, in lower case: see {@link #spelt}
 * @param hash of the stem, which inflected forms share, {@value #HASH_BITS} bits
 * @param telling false for a word that says nothing of the subject ("the", "said", a lone letter)
 */
record Word(long letters, int hash, boolean telling) {
  static final int HASH_BITS = 24;

  /** What {@link #spelt} begins with. */
  static final long UNSPELT = 0xCBF29CE484222325L;

  private static final long PRIME = 0x100000001B3L;

  /** Takes one more letter into the 64 bits that stand for a word's letters (FNV-1a). */
  static long spelt(long before, int letter) {
    return (before ^ letter) * PRIME;
  }

  /** {@value #HASH_BITS} bits that stand for {@code stem}. */
  static int hash(String stem) {
    int mixed = stem.hashCode() * 0x9E3779B1;
    return (mixed ^ mixed >>> 15) & ((1 << HASH_BITS) - 1);
  }

  /**
   * The hash as the index keeps it in place of the word: a dictionary of three bytes each is
   * written in half the time that one of spelt words takes, and searched in half.
   */
  static BytesRef key(int hash) {
    BytesRef key = new BytesRef(new byte[HASH_BITS / 8]);
    spell(hash, key);
    return key;
  }

  /** Turns a key into that of another hash. */
  static void spell(int hash, BytesRef key) {
    key.bytes[0] = (byte) (hash >> 16);
    key.bytes[1] = (byte) (hash >> 8);
    key.bytes[2] = (byte) hash;
  }

  /** The hash that {@link #key} was made of. */
  static int hash(BytesRef key) {
    return (key.bytes[key.offset] & 0xFF) << 16
        | (key.bytes[key.offset + 1] & 0xFF) << 8
        | key.bytes[key.offset + 2] & 0xFF;
  }
}
