package org.wirecopy.ninjs;

import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Story;

/** The flat, lower-case properties of ninjs 1.x, as its two profiles have them in common. */
final class Flat {
  private Flat() {}

  static void identity(JsonPage page, Story story) {
    page.exact("type", "text").exact("version", Integer.toString(story.version()));
    if (Facts.hasUrgency(story.article())) {
      page.number("urgency", story.article().urgency());
    }
    page.exact("headline", Facts.headline(story)).text("ednote", Facts.edNote(story.article()));
  }

  static void copy(JsonPage page, Article article, Body body) {
    page.line("located", article.dateline().place())
        .text("description_text", article.summary())
        .exact("body_html", body.html())
        .number("charcount", body.characters())
        .number("wordcount", body.words());
  }

  static void rights(JsonPage page, Rights rights) {
    page.line("copyrightholder", rights.copyrightHolder())
        .text("copyrightnotice", rights.copyrightNotice())
        .text("usageterms", rights.usageTerms());
  }

  /** Concepts that have only a name, each an object of its own. */
  static void named(JsonPage page, String property, List<String> names, String... more) {
    if (names.stream().anyMatch(Facts::isWritten)) {
      page.array(property);
      for (String name : names) {
        if (Facts.isWritten(name)) {
          page.object().line("name", name);
          for (int i = 0; i < more.length; i += 2) {
            page.exact(more[i], more[i + 1]);
          }
          page.end();
        }
      }
      page.end();
    }
  }

  /** Type and size of a picture that the house keeps. */
  static void media(JsonPage page, Picture.Media media) {
    page.line("mimetype", media.contentType());
    if (media.width() > 0 && media.height() > 0) {
      page.number("width", media.width()).number("height", media.height());
    }
  }
}
