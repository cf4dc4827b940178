package org.wirecopy.related;

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
    int mixed = stem.hashCode() * 0x9E3779B1;
    return new Word(form, stem, (mixed ^ mixed >>> 15) & ((1 << HASH_BITS) - 1), common);
  }
}
