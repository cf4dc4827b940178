package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * The headings that a page shows: those that may be the story's, apart from the one that names the
 * site and leads home.
 *
 * @param all the headings in order, in one line each
 * @param home what the page calls its site where that is a heading, or null
 */
record Headings(List<Heading> all, @Nullable String home) {
  private static final int LONGEST = 400;
  private static final Pattern HOME =
      Pattern.compile(
          "(?:https?://web\\.archive\\.org/web/[^/]+/)?(?:https?:)?(?://[^/?#]+)?/?(?:index\\.\\w+)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern KICKER =
      Pattern.compile(
          "(?i)kicker|topline|overline|dachzeile|sub-?heading|toptitle|roofline|eyebrow|spitzmarke");
  private static final Pattern JOINT = Pattern.compile("^[\\s:|–—·•-]+");

  Headings {
    all = List.copyOf(all);
  }

  /**
   * One heading.
   *
   * @param words all of it
   * @param bare without the kicker before it, or null if no element of its own holds one
   * @param marked true if the kicker's element is named for it
   */
  record Heading(String words, @Nullable String bare, boolean marked) {}

  /** Reads the headings of a page. */
  static Headings of(Document page) {
    List<Heading> all = new ArrayList<>();
    String home = null;
    for (Element h1 : page.select("h1, [itemprop=headline]")) {
      String words = h1.normalName().equals("meta") ? "" : Text.of(h1);
      if (words.isEmpty()
          || words.length() > LONGEST
          || all.stream().anyMatch(other -> other.words().equals(words))) {
        continue;
      }
      if (leadsHome(h1, words)) {
        home = home == null ? words : home;
        continue;
      }
      all.add(heading(h1, words));
    }
    return new Headings(all, home);
  }

  /** True for a heading that is nothing but a link to the site's first page. */
  private static boolean leadsHome(Element h1, String words) {
    Element link = h1.selectFirst("a[href]");
    return link != null
        && HOME.matcher(link.attr("href").strip()).matches()
        && !link.attr("href").isBlank()
        && Text.of(link).equals(words);
  }

  private static Heading heading(Element h1, String words) {
    Element first = firstPart(h1);
    String kicker = first == null ? "" : Text.of(first);
    if (first == null || kicker.isEmpty() || !words.startsWith(kicker)) {
      return new Heading(words, null, false);
    }
    String rest = JOINT.matcher(words.substring(kicker.length())).replaceFirst("");
    boolean tells = rest.length() > 10 && rest.indexOf(' ') > 0;
    return new Heading(
        words, tells ? rest : null, tells && KICKER.matcher(first.className()).find());
  }

  /** The element that the heading begins with, if something follows it. */
  private static @Nullable Element firstPart(Element h1) {
    for (Node node : h1.childNodes()) {
      if (node instanceof TextNode text && !text.isBlank()) {
        return null;
      }
      if (node instanceof Element element && !Text.of(element).isEmpty()) {
        return element;
      }
    }
    return null;
  }
}
