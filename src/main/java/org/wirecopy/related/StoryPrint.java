package org.wirecopy.related;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The print that the archive keeps of each story beside the search index: who it is and which words
 * it has, in a form that is compared without being parsed.
 *
 * <p>Four integers of heading (language, uri, id, length), then one per word, sorted: the hash of
 * its stem in the upper 24 bits; below, whether it is a name, in the lead, in the headline, and how
 * often it stands there.
 */
final class StoryPrint {
  static final int HEADING = 4;
  static final int MOST_COUNTED = 15;
  private static final int IN_HEADLINE = 0x10;
  private static final int IN_LEAD = 0x20;
  private static final int NAME = 0x40;
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private StoryPrint() {}

  static byte[] of(StoryTerms terms, String language, String uri, @Nullable String id) {
    int[] words = new int[terms.size()];
    int length = 0;
    for (int i = 0; i < words.length; i++) {
      StoryTerms.Term term = terms.get(i);
      length += term.count;
      words[i] =
          term.word.hash() << 8
              | (term.name ? NAME : 0)
              | (term.inLead ? IN_LEAD : 0)
              | (term.inHeadline ? IN_HEADLINE : 0)
              | Math.min(term.count, MOST_COUNTED);
    }
    Arrays.sort(words);
    byte[] bytes = new byte[4 * (HEADING + words.length)];
    put(bytes, 0, language.hashCode());
    put(bytes, 1, uri.hashCode());
    put(bytes, 2, id == null ? 0 : id.hashCode());
    put(bytes, 3, length);
    for (int i = 0; i < words.length; i++) {
      put(bytes, HEADING + i, words[i]);
    }
    return bytes;
  }

  private static void put(byte[] bytes, int index, int value) {
    INTS.set(bytes, index * 4, value);
  }

  /** All integers of a stored print. */
  static int[] read(BytesRef stored) {
    int[] ints = new int[stored.length / 4];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = (int) INTS.get(stored.bytes, stored.offset + i * 4);
    }
    return ints;
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
