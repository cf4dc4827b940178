package org.wirecopy.ninjs;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

/**
 * Superdesk's dialect of ninjs 1.1, as Superdesk's ingest and Superdesk Publisher read it: {@code
 * guid} for {@code uri}, {@code priority}, {@code service}, {@code keywords}, {@code authors},
 * {@code source} and {@code extra}.
 *
 * <ul>
 *   <li>A correction is the same {@code guid} with a higher version.
 *   <li>A kill is {@code pubstatus} canceled. A hold is {@code unpublished}: receivers take the
 *       story off, while they leave it standing for {@code withheld}.
 *   <li>{@code language} is required there: {@code und} (undetermined) where the file states none.
 *   <li>Receivers make an item of every association. So only related stories of the archive and
 *       pictures with an address are associations; listed headlines that the archive does not have
 *       are lines in {@code extra.also_read}.
 *   <li>Times are UTC in whole seconds with {@code +0000}, the one form that all versions parse.
 * </ul>
 */
final class Superdesk implements Format {
  /** What Publisher stores of a byline, in characters. */
  private static final int LONGEST_BYLINE = 255;

  /** Words read in a minute. */
  private static final int READING_SPEED = 250;

  private static final int USUAL_PRIORITY = 5;
  private static final int LOWEST_PRIORITY = 6;

  private final PictureLinks links;

  Superdesk(PictureLinks links) {
    this.links = links;
  }

  @Override
  public byte[] render(Story story) {
    Article article = story.article();
    JsonPage page = new JsonPage().object().exact("guid", Addresses.identity(story.uri()));
    Flat.identity(page, story);
    page.exact("firstcreated", Timestamps.superdesk(story.firstCreated()))
        .exact("versioncreated", Timestamps.superdesk(story.versionCreated()))
        .exact("pubstatus", pubStatus(story))
        .exact("language", language(article))
        .exact("slugline", slugline(story))
        .number("priority", priority(article))
        .line("source", article.rights().source());
    if (!Facts.isRecalled(story)) {
      copy(page, story);
    }
    return page.end().bytes();
  }

  private void copy(JsonPage page, Story story) {
    Article article = story.article();
    Body body = Body.of(article.body());
    if (article.embargo() != null) {
      page.exact("embargoed", Timestamps.superdesk(article.embargo().toInstant()));
    }
    page.exact("byline", byline(article));
    Flat.copy(page, article, body);
    page.number("readtime", Math.max(1, Math.round((float) body.words() / READING_SPEED)));
    Flat.named(page, "authors", article.byline().names(), "role", "author");
    subjects(page, article);
    Flat.rights(page, article.rights());
    associations(page, story);
    extra(page, story);
  }

  private static String pubStatus(Story story) {
    String status = Facts.pubStatus(story);
    return status.equals("withheld") ? "unpublished" : status;
  }

  private static String language(Article article) {
    String language = Facts.language(article);
    return language == null ? "und" : language;
  }

  private static String slugline(Story story) {
    String slug = story.article().slug();
    return slug != null && Facts.isWritten(slug) ? Text.line(slug) : Facts.headline(story);
  }

  private static int priority(Article article) {
    return Facts.hasUrgency(article)
        ? Math.min(article.urgency(), LOWEST_PRIORITY)
        : USUAL_PRIORITY;
  }

  private static @Nullable String byline(Article article) {
    String text = article.byline().text();
    if (text == null || !Facts.isWritten(text)) {
      return null;
    }
    String line = Text.line(text);
    if (line.codePointCount(0, line.length()) <= LONGEST_BYLINE) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST_BYLINE - 1)) + "…";
  }

  private static void subjects(JsonPage page, Article article) {
    List<Subject> desks = new ArrayList<>();
    List<Subject> topics = new ArrayList<>();
    List<String> tags = new ArrayList<>();
    for (Subject subject : Facts.subjects(article)) {
      if (!Facts.isWritten(subject.scheme())) {
        tags.add(Facts.name(subject));
      } else if (Subject.DESK.equals(subject.scheme())) {
        desks.add(subject);
      } else {
        topics.add(subject);
      }
    }
    coded(page, "service", desks, false);
    coded(page, "subject", topics, true);
    if (!tags.isEmpty()) {
      page.array("keywords");
      tags.forEach(page::item);
      page.end();
    }
    List<String> genres = article.genres().stream().filter(Facts::isWritten).toList();
    if (!genres.isEmpty()) {
      page.array("genre");
      for (String genre : genres) {
        page.object().line("code", genre).line("name", genre).end();
      }
      page.end();
    }
  }

  private static void coded(
      JsonPage page, String property, List<Subject> subjects, boolean schemes) {
    if (subjects.isEmpty()) {
      return;
    }
    page.array(property);
    for (Subject subject : subjects) {
      page.object().line("code", subject.code()).exact("name", Facts.name(subject));
      // Superdesk's own subjects are IPTC codes, and have no scheme.
      if (schemes && Facts.uri(subject) == null) {
        page.line("scheme", subject.scheme());
      }
      page.end();
    }
    page.end();
  }

  private void associations(JsonPage page, Story story) {
    boolean open = false;
    int number = 0;
    for (Picture picture : Facts.pictures(story.article())) {
      Picture.Media media = picture.media();
      String kept = media == null ? null : Addresses.web(links.href(story, media));
      String href = kept != null ? kept : Addresses.web(picture.href());
      if (href != null) {
        open = open || page.object("associations") != null;
        page.object(number++ == 0 ? "featuremedia" : "picture--" + number);
        picture(page, story, picture, href, kept == null ? null : media);
        page.end();
      }
    }
    number = 0;
    for (RelatedStory related : Facts.related(story)) {
      if (isArchived(related)) {
        open = open || page.object("associations") != null;
        page.object("related--" + ++number);
        related(page, related, language(story.article()));
        page.end();
      }
    }
    if (open) {
      page.end();
    }
  }

  private static boolean isArchived(RelatedStory related) {
    return related.uri() != null && !Text.isBlank(related.uri());
  }

  private static void picture(
      JsonPage page, Story story, Picture picture, String href, Picture.@Nullable Media media) {
    String urn = Urns.of(picture);
    String caption = Facts.isWritten(picture.caption()) ? picture.caption() : null;
    String title = caption != null ? Text.line(caption) : Facts.headline(story);
    page.exact("guid", urn)
        .exact("type", "picture")
        .exact("version", "1")
        .exact("versioncreated", Timestamps.superdesk(story.firstCreated()))
        .exact("pubstatus", "usable")
        .exact("language", language(story.article()))
        .exact("headline", title)
        .exact("slugline", slugline(story))
        .text("description_text", picture.caption())
        .text("body_text", picture.alt())
        .line("byline", picture.credit())
        .object("renditions")
        .object("original")
        .exact("href", href)
        .exact("media", urn.substring(urn.lastIndexOf(':') + 1));
    if (media != null) {
      Flat.media(page, media);
    }
    page.end().end();
  }

  private static void related(JsonPage page, RelatedStory related, String language) {
    page.exact("guid", Urns.of(related))
        .exact("type", "text")
        .exact("pubstatus", "usable")
        .exact("language", language)
        .exact("headline", Facts.headline(related))
        .exact("slugline", Facts.headline(related));
    if (related.date() != null) {
      page.exact("versioncreated", Timestamps.superdesk(related.date().toInstant()));
    }
  }

  private static void extra(JsonPage page, Story story) {
    Article article = story.article();
    StringBuilder listed = new StringBuilder();
    for (RelatedStory related : Facts.related(story)) {
      if (!isArchived(related)) {
        listed.append(listed.isEmpty() ? "" : "\n").append(Facts.headline(related));
        if (related.date() != null) {
          listed.append(" (").append(related.date().toLocalDate()).append(')');
        }
      }
    }
    String sourceType = article.digitalSourceType();
    boolean disclosed = sourceType != null && Facts.isWritten(sourceType);
    if (!listed.isEmpty() || disclosed || Facts.isWritten(article.subhead())) {
      page.object("extra").line("subhead", article.subhead());
      if (disclosed && sourceType != null) {
        page.exact("digitalsourcetype", Facts.sourceType(sourceType));
      }
      page.text("also_read", listed.toString()).end();
    }
  }
}
