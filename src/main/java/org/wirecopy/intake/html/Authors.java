package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;

/** Who a page says wrote it: JSON-LD, meta, then what is marked or named as the byline. */
final class Authors {
  private static final Pattern BY =
      Pattern.compile(
          "^(?:by|von|par|por|di|da|door|af|av|written by|texte? (?:von|par)|autor(?:in)?|author|story by"
              + "|posted by|published by|reported by|от|автор|przez|od|oleh|yazan|tekst|text)\\s*[:.]?\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s*(?:[,;|/•·&、]|\\s(?:and|und|et|y|e|og|och|en|i|ja|с|и|with|mit)\\s)\\s*");
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          ".*(?:https?:|www\\.|@|\\d{2,}|\\b(?:admin|administrator|editor(?:ial)?|redaktion|redaction|redazione"
              + "|redacción|redacao|redação|staff|newsroom|news desk|desk|bureau|team|webmaster|online"
              + "|unknown|guest|anonymous|agency|agentur|agence)\\b).*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern ROLE =
      Pattern.compile(
          "\\s*(?:\\(.*\\)|[-–—|,]\\s.*|\\b(?:reporter|correspondent|editor|contributor|staff writer)\\b.*)$",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> KEYS =
      List.of(
          "author",
          "article:author",
          "parsely-author",
          "byl",
          "sailthru.author",
          "dc.creator",
          "dcterms.creator",
          "cxenseparse:author",
          "citation_author");
  private static final Pattern WEB_ADDRESS =
      Pattern.compile("(?i)[\\w-]+(?:\\.[\\w-]+)*\\.[a-z]{2,6}");
  private static final Pattern PROFILE =
      Pattern.compile(
          "^(?:(?:view|show|see|read|alle|all|more|mehr|weitere)\\b.{0,20}\\b(?:posts?|articles?|artikel|beiträge|stories)"
              + "(?: (?:by|of|from|von))?|interview|text|fotos?|erstellt von|pressemitteilung von|blog beitrag von|author|autor(?:in)?|about)\\b\\s*:?\\s*",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern AFTER =
      Pattern.compile(
          "\\s+(?:alle artikel|all (?:posts|articles|stories))$", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 6;

  private Authors() {}

  /** The byline; {@link Byline#NONE} if the page has none. */
  static Byline of(
      Document page, MetaTags meta, JsonLd jsonLd, Byline shown, @Nullable String site) {
    List<String> said = jsonLd.persons();
    List<String> names = persons(said, site);
    if (!names.isEmpty()) {
      return byline(names, offices(jsonLd.authors(), names, site));
    }
    said = jsonLd.authors();
    for (String key : KEYS) {
      List<String> tags = meta.all(key);
      names = persons(tags, site);
      if (!names.isEmpty()) {
        return byline(names, List.of());
      }
      said = said.isEmpty() ? tags : said;
    }
    names = persons(marked(page), site);
    if (!names.isEmpty()) {
      return byline(names, List.of());
    }
    names = persons(shown.names(), site);
    if (!names.isEmpty()) {
      return byline(names, List.of());
    }
    String text = first(said);
    return text == null ? shown : new Byline(text, List.of());
  }

  private static Byline byline(List<String> names, List<String> offices) {
    List<String> all = new ArrayList<>(names);
    all.addAll(offices);
    return new Byline(String.join(", ", all), names);
  }

  /** Agencies named beside persons: printed in the byline, but no persons. */
  private static List<String> offices(
      List<String> authors, List<String> names, @Nullable String site) {
    List<String> offices = new ArrayList<>();
    for (String author : authors) {
      boolean person = names.stream().anyMatch(author::contains);
      boolean house = site != null && Headlines.alike(author, site) > 0.5;
      if (!person && !house && author.length() <= LONGEST && !author.contains("://")) {
        offices.add(author);
      }
    }
    return offices;
  }

  private static @Nullable String first(List<String> said) {
    return said.stream()
        .map(line -> BY.matcher(line).replaceFirst("").strip())
        .filter(line -> !line.isEmpty() && line.length() <= LONGEST && !line.contains("://"))
        .findFirst()
        .orElse(null);
  }

  /** Authors marked as such for machines. */
  private static List<String> marked(Document page) {
    for (String selector :
        new String[] {"[itemprop=author] [itemprop=name]", "[itemprop=author]", "a[rel~=author]"}) {
      Set<String> found = new LinkedHashSet<>();
      for (Element element : page.select(selector)) {
        String words =
            element.normalName().equals("meta") ? element.attr("content") : element.text();
        String line = Text.clean(words);
        if (!line.isEmpty() && line.length() <= 2 * LONGEST && found.size() < 8) {
          found.add(line);
        }
      }
      if (!persons(List.copyOf(found), null).isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** A line without "By", "Interview:", "More posts by" and the like. */
  static String withoutLead(String line) {
    String bare = BY.matcher(line.strip()).replaceFirst("");
    bare = BY.matcher(PROFILE.matcher(bare).replaceFirst("")).replaceFirst("");
    return AFTER.matcher(bare).replaceFirst("").strip();
  }

  /** The persons among lines that name authors. */
  private static List<String> persons(List<String> lines, @Nullable String site) {
    Set<String> names = new LinkedHashSet<>();
    for (String line : lines) {
      String bare = withoutLead(line);
      for (String part : BETWEEN.split(bare)) {
        String name =
            ROLE.matcher(BY.matcher(part.strip()).replaceFirst("")).replaceFirst("").strip();
        if (isPerson(name, site)) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }

  private static boolean isPerson(String name, @Nullable String site) {
    if (name.length() < 2 || name.length() > LONGEST || NOT_A_NAME.matcher(name).matches()) {
      return false;
    }
    if (name.split("\\s+", -1).length > MOST_WORDS || !Character.isLetter(name.codePointAt(0))) {
      return false;
    }
    return site == null || !name.toLowerCase(Locale.ROOT).equals(site.toLowerCase(Locale.ROOT));
  }
}
