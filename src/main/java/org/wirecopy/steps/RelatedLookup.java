package org.wirecopy.steps;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Article;
import org.wirecopy.article.RelatedStory;
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
  private final InstantSource clock;
  private final ZoneId zone;
  private final LookupRest rest;

  /**
   * @param archive what is searched unless the site has a service of its own
   * @param json the wire form of lookups
   * @param limit the most related stories, listed ones included
   * @param meters count lookups
   * @param zone of the desk, in which a story without a date is dated when it goes out
   */
  public RelatedLookup(
      Archive archive,
      RelatedJson json,
      int limit,
      Meters meters,
      InstantSource clock,
      ZoneId zone) {
    this.archive = archive;
    this.json = json;
    this.limit = limit;
    this.meters = meters;
    this.clock = clock;
    this.zone = zone;
    this.rest = new LookupRest(clock);
  }

  /**
   * Whether an article is sent with related stories: a kill never is; what is withheld goes out
   * with those it has now if a person releases it.
   */
  public static boolean isFor(Article article) {
    return switch (article.status()) {
      case USABLE -> true;
      case WITHHELD -> !article.body().isEmpty();
      case CANCELED -> false;
    };
  }

  /** Asks the built-in archive. */
  public List<RelatedStory> inArchive(
      @ExchangeProperty(ARTICLE) Article article, @ExchangeProperty(IntakeSteps.URI) String uri) {
    if (!isFor(article)) {
      return List.of();
    }
    long began = System.nanoTime();
    List<RelatedStory> related = archive.related(query(article, uri), limit);
    meters.lookedUp(System.nanoTime() - began);
    return related;
  }

  /** No lookup: the listed headlines as the file prints them. */
  public List<RelatedStory> none(@ExchangeProperty(ARTICLE) Article article) {
    return isFor(article) ? Archive.listedAsPrinted(query(article, null)) : List.of();
  }

  /** The lookup failed: the story goes out with its listed headlines as printed. */
  public List<RelatedStory> failed(Exchange exchange, @ExchangeProperty(ARTICLE) Article article) {
    meters.lookupFailed();
    if (exchange.getProperty(ASKED) != null) {
      rest.failed();
    }
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    LOG.warn(
        "The related lookup failed, \"{}\" goes out without it: {}",
        Newsroom.clean(article.headline()),
        cause == null ? "no answer" : cause.getMessage());
    return none(article);
  }

  /** Whether the site's own search service is asked about the article now. */
  public boolean asks(@ExchangeProperty(ARTICLE) Article article) {
    if (!isFor(article)) {
      return false;
    }
    boolean asks = rest.mayAsk();
    if (!asks) {
      meters.lookupFailed();
    }
    return asks;
  }

  /** The question to a site's own search service. */
  public byte[] request(
      Exchange exchange,
      @ExchangeProperty(ARTICLE) Article article,
      @ExchangeProperty(IntakeSteps.URI) String uri) {
    exchange.setProperty(ASKED, System.nanoTime());
    return json.request(query(article, uri)).getBytes(StandardCharsets.UTF_8);
  }

  /** The answer of a site's own search service; what it says is listed is never cut off. */
  public List<RelatedStory> answer(@Body byte[] answer, @ExchangeProperty(ASKED) long asked) {
    meters.lookedUp(System.nanoTime() - asked);
    List<RelatedStory> answered = json.answer(new String(answer, StandardCharsets.UTF_8));
    rest.answered();
    long further = limit - answered.stream().filter(RelatedStory::listed).count();
    List<RelatedStory> related = new ArrayList<>();
    for (RelatedStory story : answered) {
      if (story.listed() || further-- > 0) {
        related.add(story);
      }
    }
    return related;
  }

  private Query query(Article article, @Nullable String uri) {
    return query(article, uri, clock.instant().atZone(zone).toOffsetDateTime());
  }

  /**
   * What the archive is asked about an article.
   *
   * @param published when it goes out: what is near in time is looked for by that if it states no
   *     date, by the end of its embargo if that is later
   */
  public static Query query(Article article, @Nullable String uri, OffsetDateTime published) {
    OffsetDateTime date = article.dateline().date();
    if (date == null) {
      OffsetDateTime embargo = article.embargo();
      date = embargo != null && embargo.isAfter(published) ? embargo : published;
    }
    return Query.of(article.headline(), article.text())
        .withUri(uri)
        .withId(article.id())
        .withDate(date)
        .withLanguage(article.language())
        .withListed(article.alsoRead());
  }
}
