package org.wirecopy.desk.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.safety.Safelist;

/** Article HTML with nothing left in it that could run, load or navigate by itself. */
final class CleanHtml {
  private static final Safelist BODY =
      Safelist.none()
          .addTags("p", "h2", "h3", "blockquote", "ul", "ol", "li", "em", "strong", "br", "a")
          .addAttributes("a", "href")
          .addProtocols("a", "href", "http", "https", "mailto")
          .addEnforcedAttribute("a", "rel", "noopener noreferrer nofollow");

  private CleanHtml() {}

  static String of(String html) {
    return Jsoup.clean(html, "", BODY, new Document.OutputSettings().prettyPrint(false));
  }
}
