package org.wirecopy.delivery;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The partners that run now; they come and go with their files. */
public final class Partners {
  private final Map<String, Partner> partners = new ConcurrentHashMap<>();

  /** A partner joins, or takes the place of itself with new settings. */
  public void join(Partner partner) {
    partners.put(partner.name(), partner);
  }

  /** A partner's file is gone. */
  public void leave(String name) {
    partners.remove(name);
  }

  /** The partner of that name, or null if it left. */
  public @Nullable Partner named(String name) {
    return partners.get(name);
  }

  /** True if any of them gets its stories in that format. */
  public boolean haveFormat(String format) {
    return partners.values().stream().anyMatch(partner -> partner.format().equals(format));
  }

  /** All of them. */
  public Collection<Partner> all() {
    return partners.values();
  }
}
