package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.html.Headings.Heading;

/**
 * Which words of a page are the story's headline. The publisher says it in several places, which
 * often differ: the JSON-LD holds the story's own headline, the {@code <h1>} the one that this page
 * shows, the other metadata are written for search engines and networks. They vote.
 */
final class Headlines {
  private static final Pattern TITLE_GLUE =
      Pattern.compile("\\s+[|–—·•»:-]\\s+|\\s*[|»ǀㅣ]\\s*|--+");
  private static final Pattern GLUE_BEFORE = Pattern.compile("^[\\s|–—·•»:ǀㅣ-]+");
  private static final Pattern GLUE_AFTER = Pattern.compile("[\\s|–—·•»:ǀㅣ-]+$");
  private static final Pattern ARCHIVE = Pattern.compile("(?i)^blog archiv[e]?\\s*[|»:-]+\\s*");
  private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.{3})\\s*$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int LONGEST = 400;
  private static final double OWN = 3.5;
  private static final double OFF_TOPIC = 2.0;
  private static final double SHOWN = 2.2;

  private Headlines() {}

  /** One place that names the headline, how much its word counts, and if it is the story's own. */
  private record Voice(String words, double weight, boolean own) {}

  /** The headline, or null if the page has none. */
  static @Nullable String of(Document page, MetaTags meta, JsonLd jsonLd, @Nullable String site) {
    Headings headings = Headings.of(page);
    String house = site == null ? headings.home() : site;
    List<Voice> said = new ArrayList<>();
    addIfAny(said, meta.first("og:title"), 0.6, house);
    addIfAny(said, meta.first("twitter:title"), 0.3, house);
    addIfAny(said, Text.clean(page.title()), 0.3, house);
    String own = jsonLd.text("headline");
    List<Voice> all = new ArrayList<>(said);
    addIfAny(all, own, OWN, house);
    String shown = shown(headings, all, site);
    List<Voice> voices = new ArrayList<>();
    if (shown != null) {
      voices.add(new Voice(shown, SHOWN, true));
    }
    if (own != null && !own.isBlank() && own.length() <= LONGEST) {
      String words = bare(own, house);
      boolean near =
          voices.isEmpty() || all.stream().anyMatch(v -> v.weight() < OWN && akin(v, words));
      voices.add(new Voice(words, near || akin(voices.get(0), words) ? OWN : OFF_TOPIC, true));
    }
    voices.addAll(said);
    Voice best = elected(voices);
    if (best == null) {
      return headings.home();
    }
    return withoutTopic(complete(best, voices), meta.first("og:title"), house);
  }

  /** "Topic: headline" is the headline alone where the page offers just that to share. */
  private static String withoutTopic(
      String words, @Nullable String shared, @Nullable String house) {
    int colon = words.indexOf(": ");
    if (colon < 0 || shared == null) {
      return words;
    }
    String rest = words.substring(colon + 2).strip();
    boolean whole = words(rest).size() > 2 && folded(rest).equals(folded(bare(shared, house)));
    return whole ? rest : words;
  }

  private static boolean akin(Voice voice, String words) {
    return alike(voice.words(), words) > 0;
  }

  private static @Nullable Voice elected(List<Voice> voices) {
    Voice best = null;
    double bestWeight = 0;
    for (Voice voice : voices) {
      double weight = 0;
      for (Voice other : voices) {
        weight += agrees(voice.words(), other.words()) ? other.weight() : 0;
      }
      if (weight > bestWeight + 0.01) {
        best = voice;
        bestWeight = weight;
      }
    }
    return best;
  }

  /** The elected words in full, where they were cut to fit and the story's own are not. */
  private static String complete(Voice elected, List<Voice> voices) {
    boolean cut = CUT.matcher(elected.words()).find();
    if (!cut && elected.own()) {
      return elected.words();
    }
    String start = folded(CUT.matcher(elected.words()).replaceFirst(""));
    for (Voice voice : voices) {
      boolean fuller = voice.own() || cut;
      if (fuller
          && !CUT.matcher(voice.words()).find()
          && folded(voice.words()).startsWith(start + " ")) {
        return voice.words();
      }
    }
    return elected.words();
  }

  /** The heading on the page that is most like what metadata say, or null. */
  private static @Nullable String shown(
      Headings headings, List<Voice> said, @Nullable String site) {
    Heading best = null;
    double bestMatch = 0;
    for (Heading heading : headings.all()) {
      double match = 0;
      for (Voice other : said) {
        match = Math.max(match, alike(heading.words(), other.words()));
      }
      if (match > bestMatch + 0.01) {
        best = heading;
        bestMatch = match;
      }
    }
    if (best != null && bestMatch >= 0.5) {
      return withoutKicker(best, said);
    }
    Heading only = headings.all().size() == 1 ? headings.all().get(0) : null;
    if (only == null) {
      return null;
    }
    boolean tells = words(only.words()).size() > 1 && !names(site, only.words());
    return tells || said.isEmpty() ? withoutKicker(only, said) : null;
  }

  /**
   * A heading without the kicker before it, if metadata leave that out, or its element is named for
   * it and no metadata hold it.
   */
  private static String withoutKicker(Heading heading, List<Voice> said) {
    String words = heading.words();
    if (said.stream().anyMatch(voice -> agrees(words, voice.words()))) {
      return words;
    }
    String bare = heading.bare();
    if (bare != null
        && (heading.marked() || said.stream().anyMatch(v -> agrees(bare, v.words())))) {
      return bare;
    }
    return words;
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
      to.add(new Voice(bare(text, site), weight, false));
    }
  }

  /** A title without the name of the site at its end or beginning. */
  static String bare(String title, @Nullable String site) {
    if (site == null) {
      return title;
    }
    String[] parts = TITLE_GLUE.split(title, -1);
    if (parts.length < 2) {
      return title;
    }
    String last = parts[parts.length - 1];
    if (isHouse(last, site) && title.length() > last.length() + 10) {
      return GLUE_AFTER
          .matcher(title.substring(0, title.length() - last.length()))
          .replaceFirst("");
    }
    String first = parts[0];
    if (isHouse(first, site) && title.length() > first.length() + 10) {
      String rest = GLUE_BEFORE.matcher(title.substring(first.length())).replaceFirst("");
      return ARCHIVE.matcher(rest).replaceFirst("");
    }
    return title;
  }

  private static boolean isHouse(String part, String site) {
    return alike(part, site) > 0.6 || squeezed(part).equals(squeezed(site));
  }

  private static String squeezed(String line) {
    return folded(line).replace(" ", "");
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
