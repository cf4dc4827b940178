package org.wirecopy.intake.inbox;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How the inbox is looked at.
 *
 * @param quiet how long a file must be unchanged when the kernel says that nobody writes it
 * @param quietUnsure the same where the kernel cannot say (network shares, other systems)
 * @param emptyAfter how long an empty file may stay empty before it is taken (and then rejected)
 * @param sweep how often the whole inbox is looked through although no change was reported
 * @param unfinished endings of names that are left alone, for example {@code .part}
 * @param largest size in bytes above which a file is rejected unread
 * @param pictureWait how long a picture waits for its article, and an article for what it names
 * @param zone the desk's time zone, for the dated folders below {@code .done}
 */
public record InboxSettings(
    Duration quiet,
    Duration quietUnsure,
    Duration emptyAfter,
    Duration sweep,
    List<String> unfinished,
    long largest,
    Duration pictureWait,
    ZoneId zone) {
  private static final Set<String> SYSTEM_FILES = Set.of("thumbs.db", "desktop.ini");

  public InboxSettings {
    unfinished = unfinished.stream().map(ending -> ending.toLowerCase(Locale.ROOT)).toList();
  }

  /** True for the names of files and folders that are hidden, unfinished or the system's own. */
  public boolean leavesAlone(String name) {
    if (name.startsWith(".") || name.startsWith("~") || name.endsWith("~")) {
      return true;
    }
    if (name.startsWith("#") && name.endsWith("#")) {
      // What Emacs saves by itself while somebody still types.
      return true;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return SYSTEM_FILES.contains(lower) || unfinished.stream().anyMatch(lower::endsWith);
  }
}
