package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Source;

/**
 * What a page says about its story, apart from the story itself; null or empty where it is silent.
 *
 * @param headline in one line, or null
 * @param byline who wrote it
 * @param dateline when it was published
 * @param summary the page's own description, or null
 * @param language BCP 47 tag, or null
 * @param site the publisher's name, or null
 * @param href the page's canonical address, or null
 * @param subjects section and keywords
 * @param picture the picture that the page shows where it is linked, or null
 */
record PageFacts(
    @Nullable String headline,
    Byline byline,
    Dateline dateline,
    @Nullable String summary,
    @Nullable String language,
    @Nullable String site,
    @Nullable String href,
    List<Subject> subjects,
    @Nullable Picture picture) {
  private static final int MOST_SUBJECTS = 40;
  private static final int LONGEST_SUBJECT = 80;

  /** Reads the facts off a parsed page, which must not yet have lost anything. */
  static PageFacts of(Document page, Source source) {
    MetaTags meta = new MetaTags(page);
    JsonLd jsonLd = JsonLd.of(page);
    Links links = new Links(page.baseUri());
    String site = site(meta, jsonLd);
    String image = links.web(meta.first("og:image:secure_url", "og:image", "twitter:image"));
    String words = Headlines.of(page, meta, jsonLd, site);
    String headline = words == null ? null : CleanText.headline(words);
    String language = language(page, meta);
    Surroundings around = Surroundings.of(page.body(), headline == null ? "" : headline);
    Dateline dateline = PageDates.of(page, meta, jsonLd, source.zone());
    return new PageFacts(
        headline,
        Authors.of(page, meta, jsonLd, around.byline(source.zone(), language), site),
        dateline.date() != null ? dateline : around.date(source.zone(), language),
        summary(meta, jsonLd),
        language,
        site,
        href(page, meta, links),
        subjects(meta, jsonLd),
        image == null
            ? null
            : new Picture(
                null, null, meta.first("og:image:alt", "twitter:image:alt"), image, null));
  }

  private static @Nullable String site(MetaTags meta, JsonLd jsonLd) {
    String site = meta.first("og:site_name");
    if (site == null) {
      site = jsonLd.publisher();
    }
    return site == null ? meta.first("application-name", "dc.publisher") : site;
  }

  private static @Nullable String summary(MetaTags meta, JsonLd jsonLd) {
    String summary = meta.first("og:description", "description", "twitter:description");
    return summary == null ? jsonLd.text("description") : summary;
  }

  private static @Nullable String language(Document page, MetaTags meta) {
    Element html = page.selectFirst("html");
    String stated = html == null ? "" : html.attr("lang").strip();
    if (stated.isEmpty() && html != null) {
      stated = html.attr("xml:lang").strip();
    }
    if (stated.isEmpty()) {
      String said = meta.first("content-language", "og:locale", "language", "dc.language");
      stated = said == null ? "" : said;
    }
    String tag = stated.replace('_', '-');
    if (!tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")) {
      return null;
    }
    return Locale.forLanguageTag(tag).toLanguageTag();
  }

  private static @Nullable String href(Document page, MetaTags meta, Links links) {
    Element canonical = page.selectFirst("link[rel=canonical][href]");
    String href = canonical == null ? null : links.web(canonical, "href");
    return href == null ? links.web(meta.first("og:url")) : href;
  }

  private static List<Subject> subjects(MetaTags meta, JsonLd jsonLd) {
    Set<String> names = new LinkedHashSet<>();
    names.addAll(jsonLd.texts("articleSection"));
    names.addAll(meta.all("article:section"));
    names.addAll(meta.all("article:tag"));
    List<String> keywords = new ArrayList<>(jsonLd.texts("keywords"));
    keywords.addAll(meta.all("news_keywords"));
    keywords.addAll(meta.all("keywords"));
    for (String line : keywords) {
      for (String word : line.split("[,;]", -1)) {
        names.add(word.strip());
      }
    }
    List<Subject> subjects = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (String name : names) {
      boolean fits = !name.isBlank() && name.length() <= LONGEST_SUBJECT;
      if (fits && subjects.size() < MOST_SUBJECTS && seen.add(name.toLowerCase(Locale.ROOT))) {
        subjects.add(Subject.tag(name));
      }
    }
    return subjects;
  }
}
