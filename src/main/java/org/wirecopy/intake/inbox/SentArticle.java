package org.wirecopy.intake.inbox;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a late picture or a late folder belongs to, among what was filed away as sent. */
final class SentArticle {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final Pattern NUMBER = Pattern.compile("-\\d{1,2}$");

  /** Days back, since it may come the morning after. */
  private static final int DAYS = 2;

  private static final List<String> ENDINGS =
      List.of(".txt", ".md", ".html", ".htm", ".docx", ".odt", ".rtf", ".eml", ".xml", ".json", "");

  private SentArticle() {}

  /**
   * True if the page of a folder like {@code Storm_files} went out.
   *
   * @param today in the desk's time zone
   */
  static boolean hadFolder(Path inbox, Path folder, LocalDate today) {
    String name = InboxPaths.relative(inbox, folder);
    for (int back = 0; back < DAYS; back++) {
      Path filed = InboxPaths.below(day(inbox, today, back), name);
      if (filed != null && PageFolder.hasPage(filed)) {
        return true;
      }
    }
    return false;
  }

  private static Path day(Path inbox, LocalDate today, int back) {
    return inbox.resolve(".done").resolve(today.minusDays(back).format(DAY));
  }

  /**
   * The name of a picture's article; empty if none went out.
   *
   * @param today in the desk's time zone
   */
  static Optional<String> of(Dropped picture, LocalDate today) {
    // Counted in its name, of which the locale may be unable to make a path.
    long depth = 1 + picture.name().chars().filter(c -> c == '/').count();
    Path inbox = picture.path();
    for (; depth > 0 && inbox != null; depth--) {
      inbox = inbox.getParent();
    }
    if (inbox == null) {
      return Optional.empty();
    }
    String stem = picture.name().substring(0, picture.name().lastIndexOf('.'));
    Set<String> stems = new LinkedHashSet<>(List.of(stem, NUMBER.matcher(stem).replaceFirst("")));
    for (int back = 0; back < DAYS; back++) {
      Path day = day(inbox, today, back);
      for (String name : stems) {
        for (String ending : ENDINGS) {
          Path sent = InboxPaths.below(day, name + ending);
          if (sent != null && Files.isRegularFile(sent, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(String.valueOf(sent.getFileName()));
          }
        }
      }
    }
    return Optional.empty();
  }
}
