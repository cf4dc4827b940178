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
  private static final int LONGEST = 60;
  private static final int MOST_WORDS = 6;

  private Authors() {}

  /** The byline; {@link Byline#NONE} if the page has none. */
  static Byline of(Document page, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
    List<String> said = jsonLd.authors();
    if (persons(said, site).isEmpty()) {
      List<String> tags = new ArrayList<>();
      for (String key :
          List.of(
              "author",
              "article:author",
              "parsely-author",
              "byl",
              "sailthru.author",
              "dc.creator",
              "dcterms.creator",
              "cxenseparse:author",
              "twitter:data1x",
              "citation_author")) {
        if (tags.isEmpty()) {
          tags.addAll(meta.all(key));
        }
        if (persons(tags, site).isEmpty()) {
          tags.clear();
        }
      }
      said = tags.isEmpty() ? said : tags;
    }
    if (persons(said, site).isEmpty()) {
      List<String> shown = shown(page);
      said = shown.isEmpty() ? said : shown;
    }
    List<String> names = persons(said, site);
    String text = names.isEmpty() ? first(said) : String.join(", ", names);
    return text == null ? Byline.NONE : new Byline(text, names);
  }

  private static @Nullable String first(List<String> said) {
    return said.stream()
        .map(line -> BY.matcher(line).replaceFirst("").strip())
        .filter(line -> !line.isEmpty() && line.length() <= LONGEST && !line.contains("://"))
        .findFirst()
        .orElse(null);
  }

  private static List<String> shown(Document page) {
    for (String selector :
        new String[] {
          "[itemprop=author] [itemprop=name]",
          "[itemprop=author]",
          "a[rel~=author]",
          "[class*=byline] a[href*=author], [class*=author] a[href*=author]",
          ".author-name, .authorname, .byline-name, .author__name, .article__author, .article-author",
          ".byline, .by-line, .article-byline, .post-author, .entry-author, .author.vcard, .author"
        }) {
      Set<String> found = new LinkedHashSet<>();
      for (Element element : page.select(selector)) {
        String words =
            element.normalName().equals("meta") ? element.attr("content") : element.text();
        String line = Text.clean(words);
        if (!line.isEmpty() && line.length() <= 2 * LONGEST) {
          found.add(line);
        }
        if (found.size() == 8) {
          break;
        }
      }
      if (!persons(List.copyOf(found), null).isEmpty()) {
        return List.copyOf(found);
      }
    }
    return List.of();
  }

  /** The persons among lines that name authors. */
  private static List<String> persons(List<String> lines, @Nullable String site) {
    Set<String> names = new LinkedHashSet<>();
    for (String line : lines) {
      String bare = BY.matcher(line.strip()).replaceFirst("").strip();
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
