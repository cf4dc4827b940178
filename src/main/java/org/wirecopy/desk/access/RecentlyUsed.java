package org.wirecopy.desk.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size: what was not used for longest makes room for what is new. */
final class RecentlyUsed<V> extends LinkedHashMap<String, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  RecentlyUsed(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
    return size() > most;
  }
}
