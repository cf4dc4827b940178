package org.wirecopy.desk.access;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person may do; each role may do what the ones before it may. */
public enum Role {
  /** Sees everything but the audit log, changes nothing. */
  VIEWER,
  /** Also acts on stories: resend, kill, withhold, release, upload. */
  EDITOR,
  /** Also acts on partners, and reads the audit log. */
  OPERATOR;

  /** True if this role may do what the other may. */
  public boolean includes(Role other) {
    return compareTo(other) >= 0;
  }

  /** As it is written in the users file. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The role a word means, or null if it means none. */
  static @Nullable Role ofWord(String word) {
    for (Role role : values()) {
      if (role.word().equals(word)) {
        return role;
      }
    }
    return null;
  }
}
