package org.wirecopy.related;

import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The print that the archive keeps of each story beside the search index: who it is and which words
 * it has, in a form that is compared without being parsed.
 *
 * <p>Six integers of heading (language, uri, id, length, date in two), then one per word, sorted:
 * the hash of its stem in the upper 24 bits; below, whether it is a name, in the lead, in the
 * headline, and how often it stands there.
 */
final class StoryPrint {
  static final int HEADING = 6;
  static final long UNDATED = Long.MIN_VALUE;
  static final int MOST_COUNTED = 15;
  private static final int IN_HEADLINE = 0x10;
  private static final int IN_LEAD = 0x20;
  private static final int NAME = 0x40;

  private StoryPrint() {}

  static byte[] of(PackedTerms terms, String language, String uri, @Nullable String id, long at) {
    byte[] bytes = new byte[4 * (HEADING + terms.size())];
    put(bytes, 0, language.hashCode());
    put(bytes, 1, uri.hashCode());
    put(bytes, 2, id == null ? 0 : id.hashCode());
    put(bytes, 3, terms.length());
    put(bytes, 4, (int) (at >>> 32));
    put(bytes, 5, (int) at);
    for (int i = 0; i < terms.size(); i++) {
      put(bytes, HEADING + i, terms.get(i));
    }
    return bytes;
  }

  /** The integer of one word. */
  static int word(StoryTerms.Term term) {
    return term.hash << 8
        | (term.name ? NAME : 0)
        | (term.inLead ? IN_LEAD : 0)
        | (term.inHeadline ? IN_HEADLINE : 0)
        | Math.min(term.count, MOST_COUNTED);
  }

  private static void put(byte[] bytes, int index, int value) {
    int i = index * 4;
    bytes[i] = (byte) value;
    bytes[i + 1] = (byte) (value >> 8);
    bytes[i + 2] = (byte) (value >> 16);
    bytes[i + 3] = (byte) (value >> 24);
  }

  /** All integers of a stored print. */
  static int[] read(BytesRef stored) {
    int[] ints = new int[stored.length / 4];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = at(stored, i);
    }
    return ints;
  }

  static int language(BytesRef stored) {
    return at(stored, 0);
  }

  static int uri(BytesRef stored) {
    return at(stored, 1);
  }

  static int id(BytesRef stored) {
    return at(stored, 2);
  }

  /** Number of words of the story, each as often as it stands there. */
  static int words(BytesRef stored) {
    return at(stored, 3);
  }

  /** Days from {@code reference} to the story, negative if it is older; NaN if it is undated. */
  static double days(BytesRef stored, long reference) {
    long at = (long) at(stored, 4) << 32 | at(stored, 5) & 0xFFFF_FFFFL;
    return at == UNDATED ? Double.NaN : (at - reference) / 86_400.0;
  }

  /** Number of integers of a stored print. */
  static int length(BytesRef stored) {
    return stored.length / 4;
  }

  /** One integer of a stored print. */
  static int at(BytesRef stored, int index) {
    return at(stored.bytes, stored.offset + index * 4);
  }

  /** One integer of a stored print, at that place of its bytes. */
  static int at(byte[] bytes, int at) {
    // Little-endian by hand: a view of the bytes as integers is slow until it is compiled.
    return bytes[at] & 0xFF
        | (bytes[at + 1] & 0xFF) << 8
        | (bytes[at + 2] & 0xFF) << 16
        | bytes[at + 3] << 24;
  }

  /** The lower 16 bits of the hash of the word at that place of a print's bytes. */
  static int hashBeginning(byte[] bytes, int at) {
    return bytes[at + 1] & 0xFF | (bytes[at + 2] & 0xFF) << 8;
  }

  static int hash(int word) {
    return word >>> 8;
  }

  static int count(int word) {
    return word & MOST_COUNTED;
  }

  static boolean inHeadline(int word) {
    return (word & IN_HEADLINE) != 0;
  }

  static boolean inLead(int word) {
    return (word & IN_LEAD) != 0;
  }

  static boolean name(int word) {
    return (word & NAME) != 0;
  }
}
