package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Which words of a page are the story's headline: the {@code <h1>} if metadata bear it out. */
final class Headlines {
  private static final Pattern TITLE_GLUE = Pattern.compile("\\s+[|–—·•»:-]\\s+|\\s*[|»]\\s*|--+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONGEST = 400;

  private Headlines() {}

  /** The headline, or null if the page has none. */
  static @Nullable String of(Document page, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
    List<String> said = new ArrayList<>();
    addIfAny(said, meta.first("og:title"));
    addIfAny(said, jsonLd.text("headline"));
    addIfAny(said, meta.first("twitter:title"));
    addIfAny(said, Text.clean(page.title()));
    List<String> shown = new ArrayList<>();
    for (Element h1 : page.select("h1, [itemprop=headline]")) {
      if (h1.normalName().equals("meta")) {
        continue;
      }
      String words = Text.of(h1);
      if (!words.isEmpty() && words.length() <= LONGEST && !shown.contains(words)) {
        shown.add(words);
      }
    }
    String best = null;
    double bestMatch = 0;
    for (String heading : shown) {
      double match = 0;
      for (String other : said) {
        match = Math.max(match, alike(heading, other));
      }
      if (match > bestMatch + 0.01) {
        best = heading;
        bestMatch = match;
      }
    }
    if (best != null && bestMatch >= 0.5) {
      return best;
    }
    if (shown.size() == 1 && words(shown.get(0)).size() > 1 && !names(site, shown.get(0))) {
      return shown.get(0);
    }
    return said.isEmpty() ? (shown.isEmpty() ? null : shown.get(0)) : bare(said.get(0), site);
  }

  private static boolean names(@Nullable String site, String heading) {
    return site != null && alike(site, heading) > 0.5;
  }

  private static void addIfAny(List<String> to, @Nullable String text) {
    if (text != null && !text.isBlank() && text.length() <= LONGEST) {
      to.add(text);
    }
  }

  /** A title without the name of the site at its end or beginning. */
  static String bare(String title, @Nullable String site) {
    String[] parts = TITLE_GLUE.split(title, -1);
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    if (site != null && alike(last, site) > 0.6 && title.length() > last.length() + 10) {
      return title.substring(0, title.length() - last.length()).replaceAll("[\\s|–—·•»:-]+$", "");
    }
    return title;
  }

  /** The share of words that two lines have in common, 0 to 1 (Dice). */
  static double alike(String one, String other) {
    Set<String> a = words(one);
    Set<String> b = words(other);
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    int common = 0;
    for (String word : a) {
      common += b.contains(word) ? 1 : 0;
    }
    return 2.0 * common / (a.size() + b.size());
  }

  private static Set<String> words(String line) {
    Set<String> words = new HashSet<>();
    WORD.matcher(line.toLowerCase(Locale.ROOT)).results().forEach(m -> words.add(m.group()));
    return words;
  }
}
