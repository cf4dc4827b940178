package org.wirecopy.delivery;

import java.util.function.Predicate;
import org.wirecopy.article.Article;

/** A partner's own condition on the articles it wants. */
public interface Condition extends Predicate<Article> {

  /** Reads conditions. */
  interface Language {

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException if the text is no condition
     */
    Condition read(String text);
  }
}
