package org.wirecopy.ninjs;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

/**
 * IPTC ninjs 1, for receivers of its flat names: valid as 1.3 and 1.4. The 1.3 schema has no place
 * for the expiry, the dateline's date and the digital source type, so they are not in it.
 */
final class Ninjs1 implements Format {
  private final PictureLinks links;

  Ninjs1(PictureLinks links) {
    this.links = links;
  }

  @Override
  public byte[] render(Story story) {
    Article article = story.article();
    JsonPage page = new JsonPage().object().exact("uri", Addresses.identity(story.uri()));
    Flat.identity(page, story);
    page.exact("firstcreated", Timestamps.utc(story.firstCreated()))
        .exact("versioncreated", Timestamps.utc(story.versionCreated()))
        .exact("pubstatus", Facts.pubStatus(story))
        .exact("language", Facts.language(article))
        .line("slugline", article.slug())
        .object("$standard")
        .exact("name", "ninjs")
        .exact("version", "1.3")
        .exact("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_1.3.json#")
        .end();
    if (!Facts.isRecalled(story)) {
      copy(page, article);
      associations(page, story);
    }
    return page.end().bytes();
  }

  private static void copy(JsonPage page, Article article) {
    Body body = Body.of(article.body());
    page.exact("embargoed", Timestamps.stated(article.embargo()))
        .line("byline", article.byline().text())
        .line("headline_subhead", article.subhead());
    Flat.copy(page, article, body);
    page.exact("body_text", body.text());
    Flat.named(page, "person", article.byline().names(), "rel", "author");
    subjects(page, article);
    Flat.named(page, "genre", article.genres());
    Flat.rights(page, article.rights());
    infoSources(page, article.rights());
    String href = Addresses.web(article.href());
    if (href != null) {
      page.object("renditions");
      webPage(page, href);
      page.end();
    }
  }

  private static void subjects(JsonPage page, Article article) {
    List<Subject> subjects = Facts.subjects(article);
    if (subjects.isEmpty()) {
      return;
    }
    page.array("subject");
    for (Subject subject : subjects) {
      page.object().exact("name", Facts.name(subject));
      String scheme = Facts.scheme(subject);
      if (scheme != null) {
        page.exact("scheme", scheme).line("code", subject.code());
      }
      page.end();
    }
    page.end();
  }

  private static void infoSources(JsonPage page, Rights rights) {
    List<String> names = new ArrayList<>(2);
    if (rights.source() != null) {
      names.add(rights.source());
    }
    if (rights.credit() != null && !rights.credit().equals(rights.source())) {
      names.add(rights.credit());
    }
    Flat.named(page, "infosource", names);
  }

  private void associations(JsonPage page, Story story) {
    List<Picture> pictures = Facts.pictures(story.article());
    List<RelatedStory> related = Facts.related(story);
    if (pictures.isEmpty() && related.isEmpty()) {
      return;
    }
    page.object("associations");
    for (int i = 0; i < pictures.size(); i++) {
      page.object("picture_" + (i + 1));
      picture(page, story, pictures.get(i));
      page.end();
    }
    for (int i = 0; i < related.size(); i++) {
      page.object("related_" + (i + 1));
      related(page, related.get(i));
      page.end();
    }
    page.end();
  }

  private void picture(JsonPage page, Story story, Picture picture) {
    page.exact("uri", Urns.of(picture))
        .exact("type", "picture")
        .text("description_caption", picture.caption())
        .text("description_alternative", picture.alt())
        .line("byline", picture.credit());
    Picture.Media media = picture.media();
    String kept = media == null ? null : Addresses.web(links.href(story, media));
    String href = kept != null ? kept : Addresses.web(picture.href());
    if (href != null) {
      page.object("renditions").object("original").exact("href", href);
      if (media != null && kept != null) {
        Flat.media(page, media);
        if (media.bytes() > 0) {
          page.number("sizeinbytes", media.bytes());
        }
      }
      page.end().end();
    }
  }

  private static void related(JsonPage page, RelatedStory related) {
    page.exact("uri", Urns.of(related))
        .exact("type", "text")
        .exact("headline", Facts.headline(related))
        .exact("versioncreated", Timestamps.stated(related.date()));
    String href = Addresses.web(related.href());
    if (href != null) {
      page.object("renditions");
      webPage(page, href);
      page.end();
    }
  }

  private static void webPage(JsonPage page, String href) {
    page.object("web").exact("href", href).exact("mimetype", "text/html").end();
  }
}
