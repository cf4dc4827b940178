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

/**
 * Which words of a page are the story's headline: those of the {@code <h1>}, unless the page's
 * metadata agree among themselves on others.
 */
final class Headlines {
  private static final Pattern TITLE_GLUE = Pattern.compile("\\s+[|–—·•»:-]\\s+|\\s*[|»]\\s*|--+");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONGEST = 400;

  private Headlines() {}

  /** One place that names the headline, and how much its word counts. */
  private record Voice(String words, double weight) {}

  /** The headline, or null if the page has none. */
  static @Nullable String of(Document page, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
    List<Voice> said = new ArrayList<>();
    addIfAny(said, jsonLd.text("headline"), 2.0, null);
    addIfAny(said, meta.first("og:title"), 0.6, site);
    addIfAny(said, meta.first("twitter:title"), 0.3, site);
    addIfAny(said, Text.clean(page.title()), 0.3, site);
    String shown = shown(page, said, site);
    List<Voice> voices = new ArrayList<>();
    addIfAny(voices, shown, 2.2, null);
    voices.addAll(said);
    String best = null;
    double bestWeight = 0;
    for (Voice voice : voices) {
      double weight = 0;
      for (Voice other : voices) {
        weight += agrees(voice.words(), other.words()) ? other.weight() : 0;
      }
      if (weight > bestWeight + 0.01) {
        best = voice.words();
        bestWeight = weight;
      }
    }
    return best;
  }

  /** The heading on the page that is most like what metadata say, or null. */
  private static @Nullable String shown(Document page, List<Voice> said, @Nullable String site) {
    List<String> headings = new ArrayList<>();
    for (Element h1 : page.select("h1, [itemprop=headline]")) {
      String words = h1.normalName().equals("meta") ? "" : Text.of(h1);
      if (!words.isEmpty() && words.length() <= LONGEST && !headings.contains(words)) {
        headings.add(words);
      }
    }
    String best = null;
    double bestMatch = 0;
    for (String heading : headings) {
      double match = 0;
      for (Voice other : said) {
        match = Math.max(match, alike(heading, other.words()));
      }
      if (match > bestMatch + 0.01) {
        best = heading;
        bestMatch = match;
      }
    }
    if (best != null && bestMatch >= 0.5) {
      return best;
    }
    String only = headings.size() == 1 ? headings.get(0) : null;
    boolean tells = only != null && words(only).size() > 1 && !names(site, only);
    return tells || said.isEmpty() ? only : null;
  }

  /** True if two lines say the same, or the second says the same and something after it. */
  private static boolean agrees(String line, String other) {
    String a = folded(line);
    String b = folded(other);
    return a.equals(b) || a.length() > 15 && b.startsWith(a + " ");
  }

  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    WORD.matcher(line.toLowerCase(Locale.ROOT))
        .results()
        .forEach(m -> folded.append(folded.length() == 0 ? "" : " ").append(m.group()));
    return folded.toString();
  }

  private static boolean names(@Nullable String site, String heading) {
    return site != null && alike(site, heading) > 0.5;
  }

  private static void addIfAny(
      List<Voice> to, @Nullable String text, double weight, @Nullable String site) {
    if (text != null && !text.isBlank() && text.length() <= LONGEST) {
      to.add(new Voice(site == null ? text : bare(text, site), weight));
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
