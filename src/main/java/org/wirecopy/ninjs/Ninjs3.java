package org.wirecopy.ninjs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

/**
 * IPTC ninjs 3, with only those properties that 3.1 and 3.2 both have, as promised to partners in
 * {@code schema/wirecopy-ninjs-3.schema.json}.
 */
final class Ninjs3 implements Format {
  private final PictureLinks links;

  Ninjs3(PictureLinks links) {
    this.links = links;
  }

  @Override
  public byte[] render(Story story) {
    JsonPage page = new JsonPage().object();
    identity(page, story);
    if (Facts.isRecalled(story)) {
      headlines(page, Facts.headline(story), null);
    } else {
      copy(page, story);
      rights(page, story.article().rights());
      associations(page, story);
    }
    return page.end().bytes();
  }

  /** What every version has, a kill too. */
  private static void identity(JsonPage page, Story story) {
    Article article = story.article();
    page.exact("uri", Addresses.identity(story.uri()))
        .exact("type", "text")
        .exact("profile", "wirecopy-ninjs-3")
        .exact("version", Integer.toString(story.version()))
        .exact("firstCreated", Timestamps.utc(story.firstCreated()))
        .exact("versionCreated", Timestamps.utc(story.versionCreated()))
        .exact("pubStatus", Facts.pubStatus(story));
    if (Facts.hasUrgency(article)) {
      page.number("urgency", article.urgency());
    }
    page.exact("language", Facts.language(article))
        .line("slugline", article.slug())
        .text("edNote", Facts.edNote(article))
        .object("standard")
        .exact("name", "ninjs")
        .exact("version", "3.1")
        .exact("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#")
        .end();
  }

  private static void copy(JsonPage page, Story story) {
    Article article = story.article();
    page.exact("contentCreated", Timestamps.stated(article.dateline().date()))
        .exact("embargoedUntil", Timestamps.stated(article.embargo()))
        .exact("expires", Timestamps.stated(article.expires()))
        .line("located", article.dateline().place());
    byline(page, article);
    headlines(page, Facts.headline(story), article.subhead());
    if (Facts.isWritten(article.summary())) {
      page.array("descriptions");
      described(page, "summary", article.summary());
      page.end();
    }
    bodies(page, Body.of(article.body()));
    subjects(page, article);
    String sourceType = article.digitalSourceType();
    if (sourceType != null && Facts.isWritten(sourceType)) {
      page.object("digitalSourceType").exact("uri", Facts.sourceType(sourceType)).end();
    }
    String href = Addresses.web(article.href());
    if (href != null) {
      page.array("renditions");
      webPage(page, href);
      page.end();
    }
  }

  private static void byline(JsonPage page, Article article) {
    page.line("by", article.byline().text());
    named(page, "people", "author", article.byline().names());
    String desk = Facts.deskByline(article.byline());
    if (desk != null) {
      named(page, "organisations", "author", List.of(desk));
    }
  }

  private static void named(JsonPage page, String property, String rel, List<String> names) {
    if (names.stream().anyMatch(Facts::isWritten)) {
      page.array(property);
      for (String name : names) {
        if (Facts.isWritten(name)) {
          page.object().line("name", name).exact("rel", rel).end();
        }
      }
      page.end();
    }
  }

  private static void headlines(JsonPage page, String main, @Nullable String subhead) {
    page.array("headlines").object().exact("role", "main").exact("value", main).end();
    if (Facts.isWritten(subhead)) {
      page.object().exact("role", "subhead").line("value", subhead).end();
    }
    page.end();
  }

  private static void described(JsonPage page, String role, @Nullable String text) {
    if (Facts.isWritten(text)) {
      page.object()
          .exact("role", role)
          .exact("contentType", "text/plain")
          .text("value", text)
          .end();
    }
  }

  private static void bodies(JsonPage page, Body body) {
    page.array("bodies");
    body(page, body, "text/html", body.html());
    body(page, body, "text/plain", body.text());
    page.end();
  }

  private static void body(JsonPage page, Body body, String contentType, String value) {
    page.object()
        .exact("role", "main")
        .exact("contentType", contentType)
        .number("charCount", body.characters())
        .number("wordCount", body.words())
        .exact("value", value)
        .end();
  }

  private static void subjects(JsonPage page, Article article) {
    List<Subject> subjects = Facts.subjects(article);
    if (!subjects.isEmpty()) {
      page.array("subjects");
      for (Subject subject : subjects) {
        page.object().exact("name", Facts.name(subject));
        String uri = Facts.uri(subject);
        if (uri != null) {
          page.exact("uri", uri);
        }
        if (subject.scheme() != null && Facts.isWritten(subject.scheme())) {
          page.line("rel", subject.scheme()).line("literal", subject.code());
        }
        page.end();
      }
      page.end();
    }
    if (article.genres().stream().anyMatch(Facts::isWritten)) {
      page.array("genres");
      for (String genre : article.genres()) {
        if (Facts.isWritten(genre)) {
          page.object().line("name", genre).end();
        }
      }
      page.end();
    }
  }

  private static void rights(JsonPage page, Rights rights) {
    page.line("copyrightHolder", rights.copyrightHolder())
        .text("copyrightNotice", rights.copyrightNotice())
        .text("usageTerms", rights.usageTerms());
    infoSources(page, rights.source(), rights.credit());
  }

  private static void infoSources(JsonPage page, @Nullable String source, @Nullable String credit) {
    if (Facts.isWritten(source) || Facts.isWritten(credit)) {
      page.array("infoSources");
      if (Facts.isWritten(source)) {
        page.object().line("name", source).exact("role", "source").end();
      }
      if (Facts.isWritten(credit)) {
        page.object().line("name", credit).exact("role", "credit").end();
      }
      page.end();
    }
  }

  private void associations(JsonPage page, Story story) {
    List<Picture> pictures = Facts.pictures(story.article());
    List<RelatedStory> related = Facts.related(story);
    if (pictures.isEmpty() && related.isEmpty()) {
      return;
    }
    page.array("associations");
    int number = 0;
    for (Picture picture : pictures) {
      picture(page, story, picture, ++number);
    }
    number = 0;
    for (RelatedStory one : related) {
      related(page, one, ++number);
    }
    page.end();
  }

  private void picture(JsonPage page, Story story, Picture picture, int number) {
    page.object()
        .exact("name", "picture-" + number)
        .exact("rel", "illustration")
        .exact("uri", Urns.of(picture))
        .exact("type", "picture");
    if (Facts.isWritten(picture.caption()) || Facts.isWritten(picture.alt())) {
      page.array("descriptions");
      described(page, "caption", picture.caption());
      described(page, "alternative", picture.alt());
      page.end();
    }
    infoSources(page, null, picture.credit());
    original(page, story, picture);
    page.end();
  }

  private void original(JsonPage page, Story story, Picture picture) {
    Picture.Media media = picture.media();
    String kept = media == null ? null : Addresses.web(links.href(story, media));
    String href = kept != null ? kept : Addresses.web(picture.href());
    if (href == null) {
      return;
    }
    page.array("renditions").object().exact("name", "original").exact("href", href);
    if (media != null && kept != null) {
      page.line("contentType", media.contentType());
      if (media.width() > 0 && media.height() > 0) {
        page.number("width", media.width()).number("height", media.height());
      }
      if (media.bytes() > 0) {
        page.number("sizeInBytes", media.bytes());
      }
    }
    page.end().end();
  }

  private static void related(JsonPage page, RelatedStory related, int number) {
    page.object()
        .exact("name", "related-" + number)
        .exact("rel", "seeAlso")
        .exact("uri", Urns.of(related))
        .exact("type", "text")
        .exact("versionCreated", Timestamps.stated(related.date()));
    headlines(page, Facts.headline(related), null);
    String href = Addresses.web(related.href());
    if (href != null) {
      page.array("renditions");
      webPage(page, href);
      page.end();
    }
    page.end();
  }

  private static void webPage(JsonPage page, String href) {
    page.object().exact("name", "web").exact("href", href).exact("contentType", "text/html").end();
  }
}
