package org.wirecopy.related;

import org.apache.lucene.util.BytesRef;

/**
 * One word form as the archive keeps it.
 *
 * @param form lower case, as written
 * @param stem what inflected forms share
 * @param hash of the stem, {@value #HASH_BITS} bits
 * @param common true for a word that says nothing of the subject ("the", "said")
 */
record Word(String form, String stem, int hash, boolean common) {
  static final int HASH_BITS = 24;

  static Word of(String form, String stem, boolean common) {
    return new Word(form, stem, hash(stem), common);
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
    return new BytesRef(new byte[] {(byte) (hash >> 16), (byte) (hash >> 8), (byte) hash});
  }

  /** The hash that {@link #key} was made of. */
  static int hash(BytesRef key) {
    return (key.bytes[key.offset] & 0xFF) << 16
        | (key.bytes[key.offset + 1] & 0xFF) << 8
        | key.bytes[key.offset + 2] & 0xFF;
  }
}
