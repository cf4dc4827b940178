package org.wirecopy.intake.inbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Reading;

/** The desk of a dropped file: the folder below the inbox that it was dropped into. */
final class Desk {
  private Desk() {}

  /** The folder of a path below the inbox as a subject; null for a file in the inbox itself. */
  static @Nullable Subject of(String path) {
    int end = path.lastIndexOf('/');
    String folders = end < 0 ? "" : CleanText.line(path.substring(0, end));
    return folders.isEmpty()
        ? null
        : new Subject(Subject.DESK, folders, folders.substring(folders.lastIndexOf('/') + 1));
  }

  /** The articles with the desk that their file's path tells, before their other subjects. */
  static Reading.Articles with(Reading.Articles read, String path) {
    Subject desk = of(path);
    if (desk == null) {
      return read;
    }
    List<Article> articles = read.articles().stream().map(article -> with(article, desk)).toList();
    return new Reading.Articles(read.format(), articles, read.warnings(), read.media());
  }

  private static Article with(Article article, Subject desk) {
    List<Subject> subjects = new ArrayList<>(article.subjects());
    subjects.add(0, desk);
    return article.toBuilder().subjects(subjects).build();
  }
}
