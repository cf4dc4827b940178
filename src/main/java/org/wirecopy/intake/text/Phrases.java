package org.wirecopy.intake.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that news pages put around an article; they stand in {@code phrases.txt}. */
final class Phrases {
  /** The longest line that may go on after a phrase. */
  private static final int LONGEST = 160;

  private static final int LONGEST_HEADING = 70;
  private static final int LONGEST_CREDIT = 80;
  private static final int LONGEST_OWN = 300;
  private static final int SURE_CREDIT = 9;
  private static final int CREDIT_REACH = 70;
  private static final int MOST_SHARES = 40;

  /** Words of bylines, which share no story with anybody. */
  private static final Set<String> BEFORE_NAMES = Set.of("by", "von");

  private static final Phrases STANDARD = load();

  private final Map<String, LineKind> lines = new HashMap<>();
  private final Map<String, List<Start>> starts = new HashMap<>();
  private final List<String> published = new ArrayList<>();
  private final List<String> updated = new ArrayList<>();
  private final PhraseIndex credits = new PhraseIndex();

  /** Which two letters a phrase for a line begins with. */
  private final boolean[] beginnings = new boolean[26 * 26];

  private final PhraseIndex sureCredits = new PhraseIndex();
  private final PhraseIndex briefCredits = new PhraseIndex();
  private final PhraseIndex anywhere = new PhraseIndex();
  private final PhraseIndex pictured = new PhraseIndex();
  private final Set<String> headings = new HashSet<>();
  private final Set<String> feet = new HashSet<>();
  private final Set<String> facts = new HashSet<>();
  private final Set<String> kickers = new HashSet<>();

  private Phrases() {}

  /** A phrase that a line may begin with. */
  private record Start(String phrase, LineKind kind) {}

  /** What a line is by its words, or null if it is none of these. */
  static @Nullable LineKind kind(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    String folded = bare(line);
    if (folded.isEmpty()) {
      return LineKind.SIGN;
    }
    LineKind kind = STANDARD.lines.get(folded);
    return kind == null ? STANDARD.start(folded, line) : kind;
  }

  /**
   * The words after a phrase that announces a list, such as "Also read:"; empty if there are none.
   */
  static String afterListPhrase(String line) {
    if (line.length() > 2 * LONGEST) {
      return "";
    }
    String lower = line.toLowerCase(Locale.ROOT);
    Start start = STANDARD.longest(lower, LineKind.LIST);
    if (start == null) {
      int colon = lower.indexOf(':');
      boolean phrase = colon > 0 && STANDARD.lines.get(lower.substring(0, colon)) == LineKind.LIST;
      return phrase ? line.substring(colon + 1).strip() : "";
    }
    String rest = line.substring(Math.min(line.length(), start.phrase().length())).strip();
    boolean joint = !rest.isEmpty() && ":–—-|>»".indexOf(rest.charAt(0)) >= 0;
    return joint ? rest.substring(1).strip() : "";
  }

  /** True of words of a page that head parts of stories as well, such as "Highlights". */
  static boolean mayHead(String line) {
    return STANDARD.isIn(STANDARD.headings, line);
  }

  /** True of words of a page that stand below stories as well, such as "Keywords: trams". */
  static boolean mayClose(String line) {
    return STANDARD.isIn(STANDARD.feet, line);
  }

  private boolean isIn(Set<String> phrases, String line) {
    String folded = bare(line);
    Start start = longest(folded, null);
    return phrases.contains(folded) || (start != null && phrases.contains(bare(start.phrase())));
  }

  /** True of words that announce other headlines, or facts and tips of the story itself. */
  static boolean mayHeadFacts(String line) {
    return STANDARD.facts.contains(bare(line));
  }

  /** True of a label that stands above headlines, such as "Exclusive". */
  static boolean isKicker(String line) {
    return STANDARD.kickers.contains(bare(line));
  }

  /** True if the words say that a date is that of the last change. */
  static boolean saysUpdated(String words) {
    return STANDARD.startsWithOne(words, STANDARD.updated);
  }

  /** True if the words say that a date is that of publication. */
  static boolean saysPublished(String words) {
    return STANDARD.startsWithOne(words, STANDARD.published);
  }

  /** What follows the label of a date, such as "Updated", or null if the words begin with none. */
  static @Nullable String afterDateLabel(String words) {
    String folded = bare(words);
    int end = 0;
    for (List<String> labels : List.of(STANDARD.published, STANDARD.updated)) {
      for (String label : labels) {
        end = label.length() > end && begins(folded, label) ? label.length() : end;
      }
    }
    return end == 0 ? null : folded.substring(end).strip();
  }

  /** True if the line begins or ends with a picture's credit. */
  static boolean isCredited(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    int tail = Math.max(0, lower.length() - CREDIT_REACH);
    return startsWithCredit(lower)
        || STANDARD.sureCredits.in(lower, 0) != null
        || STANDARD.briefCredits.in(lower, tail) != null;
  }

  /** The words of a credit that the text has at a place, empty if there are none. */
  static String creditAt(String lower, int place) {
    String phrase = STANDARD.credits.at(lower, place);
    return phrase == null ? "" : phrase;
  }

  /** True if the words of a credit stand in the text at or after a place. */
  static boolean hasCredit(String lower, int from) {
    return STANDARD.credits.in(lower, from) != null;
  }

  private static boolean startsWithCredit(String lower) {
    return STANDARD.credits.at(lower, 0) != null;
  }

  /** The words that make a line one of the page's own wherever they stand in it, or null. */
  static @Nullable String ownWords(String line) {
    if (line.length() > LONGEST_OWN) {
      return null;
    }
    return STANDARD.anywhere.in(line.toLowerCase(Locale.ROOT), 0);
  }

  /** True if a line speaks of what is to be seen in a picture. */
  static boolean speaksOfPicture(String line) {
    return STANDARD.pictured.in(line.toLowerCase(Locale.ROOT), 0) != null;
  }

  /** True if a line is little but names of social networks, one after the other. */
  static boolean isShareBar(String line) {
    if (line.length() > LONGEST_OWN) {
      return false;
    }
    int words = 1;
    for (int i = 0; i < line.length() && words < MOST_SHARES; i++) {
      words += line.charAt(i) == ' ' ? 1 : 0;
    }
    if (words < 3) {
      return false;
    }
    int from = 0;
    int others = 0;
    for (int word = 1; word <= words; word++) {
      int to = word == words ? line.length() : line.indexOf(' ', from);
      others += STANDARD.isShare(line, from, to) ? 0 : 1;
      if (others * 2 > words) {
        return false;
      }
      from = to + 1;
    }
    return !startsWithCredit(line.toLowerCase(Locale.ROOT));
  }

  /** Whether a word alone is of the page's frame; most are told by how they begin. */
  private boolean isShare(String line, int from, int to) {
    if (!mayBegin(line, from, to)) {
      return false;
    }
    String word = bare(line.substring(from, to));
    return lines.get(word) == LineKind.CHROME && !BEFORE_NAMES.contains(word);
  }

  private boolean mayBegin(String line, int from, int to) {
    if (to - from < 2) {
      return true;
    }
    int start = beginning(line.charAt(from), line.charAt(from + 1));
    return start < 0 || beginnings[start];
  }

  /** A number for two Latin letters, whatever their case; -1 for others. */
  private static int beginning(char first, char second) {
    int one = (first | 0x20) - 'a';
    int two = (second | 0x20) - 'a';
    boolean latin = first < 0x80 && second < 0x80 && one >= 0 && one < 26 && two >= 0 && two < 26;
    return latin ? one * 26 + two : -1;
  }

  /** True if a line is a picture's credit and nothing else. */
  static boolean isCreditAlone(String line) {
    if (line.length() > LONGEST_CREDIT) {
      return false;
    }
    return startsWithCredit(line.toLowerCase(Locale.ROOT));
  }

  private boolean startsWithOne(String words, List<String> phrases) {
    String folded = bare(words);
    for (String phrase : phrases) {
      if (folded.startsWith(phrase)) {
        return true;
      }
    }
    return false;
  }

  private @Nullable LineKind start(String folded, String line) {
    Start start = longest(folded, null);
    if (start == null) {
      return null;
    }
    boolean sentence = Sentences.ends(line) && !line.endsWith("…") && !line.endsWith("...");
    if (start.kind() == LineKind.LIST && (sentence || folded.length() > LONGEST_HEADING)) {
      boolean colon =
          folded.length() > start.phrase().length()
              && folded.charAt(start.phrase().length()) == ':';
      return colon ? LineKind.LIST : null;
    }
    return start.kind();
  }

  private @Nullable Start longest(String folded, @Nullable LineKind kind) {
    int blank = 0;
    while (blank < folded.length() && Character.isLetterOrDigit(folded.charAt(blank))) {
      blank++;
    }
    Start found = null;
    for (Start start : starts.getOrDefault(folded.substring(0, blank), List.of())) {
      boolean wanted = kind == null || start.kind() == kind;
      boolean longer = found == null || start.phrase().length() > found.phrase().length();
      if (wanted && longer && begins(folded, start.phrase())) {
        found = start;
      }
    }
    return found;
  }

  private static boolean begins(String folded, String phrase) {
    return folded.startsWith(phrase)
        && (folded.length() == phrase.length()
            || !Character.isLetter(phrase.charAt(phrase.length() - 1))
            || !Character.isLetterOrDigit(folded.charAt(phrase.length()))
            || phrase.charAt(0) >= 0x0E00);
  }

  /** Lower case, without signs before and after. */
  private static String bare(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isRim(line.charAt(from))) {
      from++;
    }
    while (to > from && (isRim(line.charAt(to - 1)) || line.charAt(to - 1) == '.')) {
      to--;
    }
    // lower case makes two characters of the Turkish capital with a dot
    return line.substring(from, to)
        .replace('İ', 'i')
        .toLowerCase(Locale.ROOT)
        .replace('’', '\'')
        .replace('`', '\'');
  }

  private static boolean isRim(char c) {
    return Character.isWhitespace(c) || ":…!>»|-–—→›·•*#_+▶►▸▼▲<«‹(){}[]~=\"“”".indexOf(c) >= 0;
  }

  private static Phrases load() {
    Phrases phrases = new Phrases();
    try (InputStream in = Phrases.class.getResourceAsStream("phrases.txt")) {
      if (in == null) {
        throw new IllegalStateException("phrases.txt is missing from the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      String section = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[") && line.endsWith("]")) {
          section = line;
        } else if (!line.isBlank() && !line.startsWith("#")) {
          phrases.add(section, line.strip());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return phrases;
  }

  private void add(String section, String line) {
    boolean open = line.endsWith("*");
    String phrase = open ? line.substring(0, line.length() - 1) : line;
    switch (section) {
      case "[published]" -> published.add(phrase);
      case "[updated]" -> updated.add(phrase);
      case "[credit]" -> {
        credits.add(phrase);
        (phrase.length() >= SURE_CREDIT ? sureCredits : briefCredits).add(phrase);
      }
      case "[anywhere]" -> anywhere.add(phrase);
      case "[picture]" -> pictured.add(phrase);
      case "[heading]" -> headings.add(bare(phrase));
      case "[foot]" -> feet.add(bare(phrase));
      case "[facts]" -> facts.add(bare(phrase));
      case "[kicker]" -> kickers.add(bare(phrase));
      case "[list]" -> add(phrase, open, LineKind.LIST);
      case "[end]" -> add(phrase, open, LineKind.END);
      default -> add(phrase, open, LineKind.CHROME);
    }
  }

  private void add(String phrase, boolean open, LineKind kind) {
    String folded = bare(phrase);
    if (!folded.isEmpty()) {
      lines.putIfAbsent(folded, kind);
    }
    int start = folded.length() < 2 ? -1 : beginning(folded.charAt(0), folded.charAt(1));
    if (start >= 0) {
      beginnings[start] = true;
    }
    if (open) {
      int end = 0;
      while (end < phrase.length() && Character.isLetterOrDigit(phrase.charAt(end))) {
        end++;
      }
      starts
          .computeIfAbsent(phrase.substring(0, end), k -> new ArrayList<>())
          .add(new Start(phrase, kind));
    }
  }
}
