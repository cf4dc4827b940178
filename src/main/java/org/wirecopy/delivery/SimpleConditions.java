package org.wirecopy.delivery;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Predicate;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.LanguageSupport;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;

/** Conditions in Camel's Simple language; the article is the body. */
public final class SimpleConditions implements Condition.Language {
  /** A condition that asks for what no article has is refused when it is read. */
  private static final Article SAMPLE = Article.titled("A sample").build();

  private final CamelContext camel;

  /** Reads with the languages of that context. */
  public SimpleConditions(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public Condition read(String text) {
    if (!LanguageSupport.hasSimpleFunction(text)) {
      throw new IllegalArgumentException("nothing of the article is asked");
    }
    try {
      Predicate predicate = camel.resolveLanguage("simple").createPredicate(text);
      predicate.init(camel);
      tryOut(predicate);
      return article -> predicate.matches(holding(article));
    } catch (RuntimeException e) {
      throw new ParameterValues.UnusableException(
          "not a Simple expression: " + firstLine(e.getMessage()));
    }
  }

  /** The answer does not matter, only that there is one. */
  @SuppressWarnings("unused")
  private void tryOut(Predicate predicate) {
    boolean answer = predicate.matches(holding(SAMPLE));
  }

  private Exchange holding(Article article) {
    Exchange exchange = new DefaultExchange(camel);
    exchange.getMessage().setBody(article);
    return exchange;
  }

  private static String firstLine(@Nullable String message) {
    return String.valueOf(message).lines().findFirst().orElse("");
  }
}
