package org.wirecopy.steps;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Article;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.related.Archive;
import org.wirecopy.related.Query;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.watch.Meters;
import org.wirecopy.watch.Newsroom;

/** The steps of the route {@code related}. */
public final class RelatedLookup {
  private static final Logger LOG = LoggerFactory.getLogger(RelatedLookup.class);

  /** Exchange property: the article while its lookup is under way. */
  static final String ARTICLE = "article";

  /** Exchange property: when a site's own service was asked, in nanoseconds. */
  private static final String ASKED = "lookupAsked";

  private final Archive archive;
  private final RelatedJson json;
  private final int limit;
  private final Meters meters;

  /**
   * @param archive what is searched unless the site has a service of its own
   * @param json the wire form of lookups
   * @param limit the most related stories, listed ones included
   * @param meters count lookups
   */
  public RelatedLookup(Archive archive, RelatedJson json, int limit, Meters meters) {
    this.archive = archive;
    this.json = json;
    this.limit = limit;
    this.meters = meters;
  }

  /** Asks the built-in archive. */
  public List<RelatedStory> inArchive(
      @ExchangeProperty(ARTICLE) Article article, @ExchangeProperty(IntakeSteps.URI) String uri) {
    if (article.status() != Status.USABLE) {
      return List.of();
    }
    long began = System.nanoTime();
    List<RelatedStory> related = archive.related(query(article, uri), limit);
    meters.lookedUp(System.nanoTime() - began);
    return related;
  }

  /** No lookup: the listed headlines as the file prints them. */
  public List<RelatedStory> none(@ExchangeProperty(ARTICLE) Article article) {
    return article.status() == Status.USABLE
        ? Archive.listedAsPrinted(query(article, null))
        : List.of();
  }

  /** The lookup failed: the story goes out with its listed headlines as printed. */
  public List<RelatedStory> failed(Exchange exchange, @ExchangeProperty(ARTICLE) Article article) {
    meters.lookupFailed();
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.warn(
        "The related lookup failed, \"{}\" goes out without it: {}",
        Newsroom.clean(article.headline()),
        cause == null ? "no answer" : cause.getMessage());
    return none(article);
  }

  /** The question to a site's own search service. */
  public byte[] request(
      Exchange exchange,
      @ExchangeProperty(ARTICLE) Article article,
      @ExchangeProperty(IntakeSteps.URI) String uri) {
    exchange.setProperty(ASKED, System.nanoTime());
    return json.request(query(article, uri)).getBytes(StandardCharsets.UTF_8);
  }

  /** The answer of a site's own search service. */
  public List<RelatedStory> answer(@Body byte[] answer, @ExchangeProperty(ASKED) long asked) {
    meters.lookedUp(System.nanoTime() - asked);
    return json.answer(new String(answer, StandardCharsets.UTF_8)).stream().limit(limit).toList();
  }

  /** What the archive is asked about an article. */
  public static Query query(Article article, @Nullable String uri) {
    return Query.of(article.headline(), article.text())
        .withUri(uri)
        .withId(article.id())
        .withDate(article.dateline().date())
        .withLanguage(article.language())
        .withListed(article.alsoRead());
  }
}
