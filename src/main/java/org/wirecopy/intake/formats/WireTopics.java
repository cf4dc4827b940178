package org.wirecopy.intake.formats;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Subject;

/** What a story is about and of what kind it is, each topic once. */
final class WireTopics {
  private static final int MOST = 500;

  private final Set<Subject> subjects = new LinkedHashSet<>();
  private final Set<String> genres = new LinkedHashSet<>();

  void subject(@Nullable String scheme, @Nullable String code, @Nullable String name) {
    String cleanCode = WireText.line(code);
    String cleanName = WireText.line(name);
    if (subjects.size() >= MOST) {
      return;
    }
    if (cleanCode != null) {
      subjects.add(
          scheme == null && cleanName == null
              ? Subject.tag(cleanCode)
              : new Subject(scheme, cleanCode, cleanName));
    } else if (cleanName != null) {
      subjects.add(Subject.tag(cleanName));
    }
  }

  /** A code with its prefix, such as {@code medtop:20000651}. */
  void qcode(@Nullable String qcode, @Nullable String name) {
    String line = WireText.line(qcode);
    int colon = line == null ? -1 : line.indexOf(':');
    if (line == null || colon <= 0) {
      subject(null, line, name);
    } else {
      subject(line.substring(0, colon), line.substring(colon + 1), name);
    }
  }

  void genre(@Nullable String raw) {
    String value = WireText.line(raw);
    if (value != null && genres.size() < MOST) {
      genres.add(value);
    }
  }

  List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  List<String> genres() {
    return List.copyOf(genres);
  }
}
