package org.wirecopy.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** What all partners have received so far, counted by hashes of ids and uris. */
final class Tally {
  private final List<Partner> partners = new ArrayList<>();
  private final int everyone;
  private final LongMap slots = new LongMap();
  private int[] reached = new int[1 << 12];
  private int complete;
  private long firstMicros;
  private long lastMicros;

  Tally(int partnerCount) {
    for (int i = 0; i < partnerCount; i++) {
      partners.add(new Partner());
    }
    everyone = (1 << partnerCount) - 1;
  }

  /**
   * Counts one request.
   *
   * @param partner index of the receiver
   * @param micros when it was received, in microseconds since the epoch
   * @param uri hash of the story
   * @param id hash of the delivery id, 0 if there is none
   * @param version of the story, 0 if there is none
   * @param sequence of the delivery, -1 if there is none
   */
  void count(int partner, long micros, long uri, long id, int version, long sequence) {
    int fresh = slots.size();
    long known = slots.putIfAbsent(uri, fresh);
    int slot = known == LongMap.ABSENT ? fresh : (int) known;
    if (slot >= reached.length) {
      reached = Arrays.copyOf(reached, reached.length * 2);
    }
    int before = reached[slot];
    reached[slot] |= 1 << partner;
    if (before != reached[slot] && reached[slot] == everyone) {
      complete++;
      lastMicros = micros;
    }
    if (firstMicros == 0) {
      firstMicros = micros;
    }
    partners.get(partner).count(slot, uri, id, version, sequence);
  }

  /** Stories that every partner has. */
  int complete() {
    return complete;
  }

  /** When the first request came, in microseconds since the epoch; 0 if none did. */
  long firstMicros() {
    return firstMicros;
  }

  /** When the last story became complete, in microseconds since the epoch; 0 if none did. */
  long lastMicros() {
    return lastMicros;
  }

  /** The counts as one line of JSON. */
  String json() {
    StringBuilder json = new StringBuilder("{\"complete\":").append(complete);
    json.append(",\"firstMicros\":").append(firstMicros);
    json.append(",\"lastMicros\":").append(lastMicros).append(",\"partners\":[");
    for (Partner partner : partners) {
      partner.json(json);
    }
    json.setCharAt(json.length() - 1, ']');
    return json.append('}').toString();
  }

  private static final class Partner {
    private final LongMap ids = new LongMap();
    private final LongMap idsByVersion = new LongMap();
    private final BitSet sequences = new BitSet();
    private int[] versions = new int[1 << 12];
    private long requests;
    private long repeats;
    private long changedIds;
    private long stale;
    private int stories;

    private void count(int slot, long uri, long id, int version, long sequence) {
      requests++;
      while (slot >= versions.length) {
        versions = Arrays.copyOf(versions, versions.length * 2);
      }
      boolean first = versions[slot] == 0;
      if (first) {
        stories++;
      } else if (version + 1 < versions[slot]) {
        stale++;
      }
      versions[slot] = Math.max(versions[slot], version + 1);
      if (id != 0) {
        if (ids.putIfAbsent(id, 0) != LongMap.ABSENT) {
          repeats++;
        }
        long idBefore = idsByVersion.putIfAbsent(LongMap.mix(uri) + version, id);
        if (idBefore != LongMap.ABSENT && idBefore != id) {
          changedIds++;
        }
      }
      if (sequence >= 0 && sequence < Integer.MAX_VALUE) {
        sequences.set((int) sequence);
      }
    }

    private void json(StringBuilder out) {
      int missing =
          sequences.isEmpty()
              ? 0
              : sequences.length() - sequences.nextSetBit(0) - sequences.cardinality();
      out.append("{\"requests\":").append(requests);
      out.append(",\"stories\":").append(stories);
      out.append(",\"ids\":").append(ids.size());
      out.append(",\"repeats\":").append(repeats);
      out.append(",\"changedIds\":").append(changedIds);
      out.append(",\"staleVersions\":").append(stale);
      out.append(",\"missingSequences\":").append(missing).append("},");
    }
  }
}
