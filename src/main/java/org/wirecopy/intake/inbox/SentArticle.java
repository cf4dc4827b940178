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

/** The article of a late picture's name, among those that were filed away as sent. */
final class SentArticle {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final Pattern NUMBER = Pattern.compile("-\\d{1,2}$");

  /** Days back, since a picture may come the morning after. */
  private static final int DAYS = 2;

  private static final List<String> ENDINGS =
      List.of(".txt", ".md", ".html", ".htm", ".docx", ".odt", ".rtf", ".eml", ".xml", ".json", "");

  private SentArticle() {}

  /**
   * Its name; empty if none went out.
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
      Path day = inbox.resolve(".done").resolve(today.minusDays(back).format(DAY));
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
