package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Reading;

/** The stories of one file, each identity once. */
final class Stories {
  private final Map<String, Article> articles = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();

  /**
   * Adds a story. Of two with the same identity the first counts, unless the second takes the story
   * back: a kill is never lost.
   */
  void add(WireStory story) throws Unreadable {
    Article article = story.build();
    String id = article.id() == null ? "#" + articles.size() : article.id();
    Article first = articles.putIfAbsent(id, article);
    if (first == null) {
      warnings.addAll(story.warnings());
    } else if (article.status().compareTo(first.status()) > 0) {
      articles.put(id, article);
      warnings.add("A story stands in the file twice; the one that takes it back counts: " + id);
    } else {
      warnings.add("A story stands in the file twice; the first was taken: " + id);
    }
  }

  void warn(String warning) {
    warnings.add(warning);
  }

  int size() {
    return articles.size();
  }

  /** The articles, or a rejection if there are none. */
  Reading reading(String format) {
    return articles.isEmpty()
        ? Reading.rejected(
            "NO_ARTICLE", "The file holds no article.", "Drop a file that holds an article's text.")
        : new Reading.Articles(format, List.copyOf(articles.values()), warnings);
  }
}
