package org.wirecopy.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;

/**
 * What a text tells the desk in words at its head: an embargo, a kill, that it is not to be
 * published. None of it can be guessed right every time, and a story that goes out against it
 * cannot be called back from a page that was read: so such a file is refused, unless its fields say
 * what is to become of it.
 */
public final class HeadNotices {
  /** How many lines from the top, and from the headline on, are the head. */
  private static final int HEAD = 12;

  private static final int ABOVE_HEADLINE = 3;

  /** A notice is short, or begins its paragraph. */
  private static final int LONGEST = 160;

  private static final int LONGEST_SENTENCE = 400;

  /** The width at which a typed line may go on below. */
  private static final int WRAPPED = 50;

  /** Signs and forms of address that stand before a notice. */
  static final String START =
      "(?iu)^[^\\p{L}\\p{N}]*(?:(?:eds?|editors?|(?:all|attention|dear|attn) editors|(?:editors?['’]? )?notes?"
          + "|notes? to editors|advisory|attention|achtung|achtung redaktionen|important|urgent|please note|subject|re|fwd?)"
          + "[^\\p{L}\\p{N}]+){0,3}";

  static final String END = "[^\\p{L}\\p{N}]*$";

  /** What makes a word at the head of a line a label: a colon, a dash, or that no more follows. */
  private static final String LABEL = "(?:\\s*[:–—]|\\s+-+\\s|" + END + ")";

  private static final Pattern RECALL =
      Pattern.compile(
          START
              + "(?:(?:mandatory|bulletin|story|urgent) )?"
              + "(?:kill(?:[ ,!-]+kill){0,5}(?: (?:notice|advisory|order))?|withdrawn|retracted"
              + "|(?-i:WITHHOLD|ZURÜCKGEZOGEN|ANNULATION))"
              + LABEL);

  /** A keyword such as TRAM-COUNCIL-KILL, by itself. */
  private static final Pattern RECALL_KEYWORD =
      Pattern.compile("\\p{Lu}[\\p{Lu}\\d]{1,20}(?:[-/]{1,2}[\\p{Lu}\\d]{1,20}){1,8}-KILL");

  private static final String STORY = "(?:story|item|article|copy|version|dispatch)";

  private static final Pattern RECALL_SENTENCE =
      Pattern.compile(
          "(?iu)\\b(?:please|(?:editors|clients|subscribers) are (?:asked|advised|requested) to)"
              + " (?:kill|disregard|withdraw) (?:the|this|that|our) (?:[\\w-]+ ){0,3}"
              + STORY
              + "\\b|"
              + START
              + "(?:the|this|our) (?:[\\w-]+ )?(?:story|item|article)\\b.{0,200}\\b(?:has been|is)"
              + " withdrawn\\b|"
              + START
              + STORY
              + " (?:killed|spiked|withdrawn)(?:[^\\p{L}\\p{N}]+do not (?:use|publish|run)\\b.*|"
              + END
              + ")|\\bwould like to recall the message\\b|^advisory\\b.{0,80}\\bstory"
              + " (?:withdrawn|killed)"
              + END);

  private static final Pattern UNPUBLISHED =
      Pattern.compile(
          START
              + "(?:(?:strictly )?not for publication\\b"
              + "|(?:please )?do not (?:use|run|broadcast)(?:\\s+(?:yet|this))?"
              + END
              + "|(?-i:NOT FOR (?:BROADCAST|USE|RELEASE))"
              + END
              + "|(?-i:HOLD|HFR|SPIKED?|(?:FIRST |ROUGH |SECOND )?DRAFT)(?:"
              + END
              + "|\\s*[:–—-]\\s*(?:not|legal|lawyers?|awaiting|pending|do not)\\b)|(?-i:HOLD)"
              + " (?:for (?:legal|lawyers|approval|checks|now|the"
              + " editor)|pending)\\b|(?<=[\\[(])(?-i:HOLD|HFR|DRAFT|SPIKED?|DO NOT"
              + " (?:USE|RUN|PUBLISH))(?: [^\\])]{1,40})?[\\])]\\s*\\S|(?-i:DRAFT) (?:no\\.?"
              + " ?|v)?\\d"
              + END
              + "|(?:bitte )?nicht (?:zur|für die) (?:veröffentlichung|verwendung|sendung)(?:"
              + " bestimmt| freigegeben)?"
              + END
              + "|(?:bitte )?(?:noch )?nicht veröffentlichen"
              + END
              + "|(?:merci de )?ne pas (?:publier|diffuser)"
              + END
              + "|no (?:publicar|difundir)"
              + END
              + "|non (?:pubblicare|diffondere)"
              + END
              + "|niet voor publicatie"
              + END
              + "|(?:please )?do not publish(?:"
              + LABEL
              + "|[.,;!(]|\\s+(?:yet|until|till|before|without|this|it)\\b)"
              + "|(?:notes?|memo|message) (?:to|for) (?:the )?(?:[\\w-]+ )?desk\\b)");

  /** One of these words stands in every notice: most lines need no closer look. */
  private static final TellingWords SIGNS =
      new TellingWords(
          List.of(
              "embarg",
              "эмбарго",
              "hold",
              "hfr",
              "advance",
              "draft",
              "spike",
              "for use",
              "publication",
              "broadcast",
              "not before",
              "do not",
              "gesperrt",
              "frei ab",
              "freigabe",
              "freigegeben",
              "nicht ",
              "ne pas ",
              "interdite",
              "no publicar",
              "no difundir",
              "non pubblicare",
              "non diffondere",
              "niet ",
              "محظور",
              "解禁",
              "release",
              "sperrfrist",
              "not for",
              "not to be",
              "kill",
              "withdraw",
              "retract",
              "withhold",
              "zurückgezogen",
              "annulation",
              "disregard",
              "recall",
              "desk"));

  private HeadNotices() {}

  /**
   * The articles as they were read, or why they must not go out.
   *
   * @param head lines of the file's head as they stand there, since a reader may take one for a
   *     byline, a date or a caption; see {@link #head}
   * @param facts what the file's fields state: a status is the editor's last word, and so is an
   *     embargo on embargoes
   */
  public static Reading checked(Reading.Articles read, List<String> head, Facts facts) {
    if (facts.status() != null) {
      return read;
    }
    Set<String> lines = new LinkedHashSet<>(head);
    read.articles().forEach(article -> lines.addAll(lines(article)));
    Rejection rejection = rejection(lines, facts.embargo() != null);
    return rejection == null ? read : new Reading.Rejected(rejection);
  }

  /** Why an article must not go out, by its own lines; or null. */
  public static @Nullable Rejection rejection(Article article) {
    return rejection(lines(article), article.embargo() != null);
  }

  /** True if a line is a notice to the desk, and so none of the paragraph that it stands in. */
  public static boolean isNotice(String line) {
    return rejection(List.of(line), false) != null;
  }

  /** The lines of a text that a notice may stand in: at its top and about its headline. */
  public static List<String> head(String text, String headline) {
    List<String> head = new ArrayList<>();
    Deque<String> passed = new ArrayDeque<>();
    int left = HEAD;
    String above = "";
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      String line = text.substring(from, Math.min(to, from + LONGEST_SENTENCE + 1)).strip();
      from = to + 1;
      if (line.equals(headline)) {
        left = HEAD;
        head.addAll(passed);
        passed.clear();
      }
      if (left > 0 && !line.isEmpty()) {
        left--;
        if (!goesOn(above, line)) {
          head.add(line);
        }
      } else if (!line.isEmpty()) {
        passed.add(line);
        if (passed.size() > ABOVE_HEADLINE) {
          passed.remove();
        }
      }
      above = line;
    }
    return head;
  }

  /**
   * The lines that order an embargo, of those that are left out: a note below the end of a release
   * counts as much as one above its headline.
   */
  public static List<String> embargoes(List<String> leftOut) {
    return leftOut.stream()
        .filter(line -> line.length() <= LONGEST && SIGNS.in(line) && EmbargoWords.in(line, true))
        .toList();
  }

  /** A sentence that was wrapped: a small letter below a line of some width. */
  private static boolean goesOn(String above, String line) {
    return above.length() >= WRAPPED && Character.isLowerCase(line.codePointAt(0));
  }

  private static List<String> lines(Article article) {
    Stream<String> facts =
        Stream.of(article.headline(), article.subhead(), article.byline().text(), article.edNote())
            .filter(line -> line != null);
    Stream<String> text =
        Stream.concat(
                article.pictures().stream().map(Picture::caption).filter(line -> line != null),
                Stream.concat(
                    article.body().stream().limit(HEAD).map(Block::text),
                    article.body().stream()
                        .skip(HEAD)
                        .map(Block::text)
                        .filter(HeadNotices::isEmbargoed)))
            .flatMap(String::lines);
    return Stream.concat(facts, text).toList();
  }

  /** Said below the head, too, a notice that calls itself this story is none of its text. */
  private static boolean isEmbargoed(String line) {
    return line.length() <= LONGEST
        && line.toLowerCase(Locale.ROOT).contains("embargo")
        && EmbargoWords.inSentence(line);
  }

  /** Why a text with these lines must not go out, or null. */
  static @Nullable Rejection rejection(Collection<String> lines, boolean embargoed) {
    String above = "";
    for (String line : lines) {
      // A label may stand above its time.
      boolean labelled = !embargoed && EmbargoWords.isLabel(above) && TimedOrder.isTime(line, 0);
      above = line;
      if (labelled) {
        return embargo(line);
      }
      String start = line.length() <= LONGEST ? line : line.substring(0, LONGEST);
      String whole = line.length() <= LONGEST_SENTENCE ? line : "";
      if (!SIGNS.in(whole.isEmpty() ? start : whole)) {
        continue;
      }
      if (isRecall(start) || RECALL_SENTENCE.matcher(whole).find()) {
        return new Rejection(
            "RECALL_NOTICE",
            "The text seems to take a story back, but not in a way that says which.",
            start,
            "Kill or withhold the story at the desk, or drop its file again with the line status:"
                + " canceled at its top. If this is an article after all, drop it as a text with"
                + " the line status: usable at the top.");
      }
      if (!embargoed && EmbargoWords.in(start, line.length() <= LONGEST)) {
        return embargo(start);
      }
      if (UNPUBLISHED.matcher(start).find()) {
        return new Rejection(
            "NOT_FOR_PUBLICATION",
            "The text says to the desk that it is not, or not all of it, for publication.",
            start,
            "Take out what is meant for the desk alone, or put it into a line note: … at the top of"
                + " the text; if all of it may go out, put the line status: usable there.");
      }
    }
    return null;
  }

  private static Rejection embargo(String line) {
    return new Rejection(
        "EMBARGO_UNREADABLE",
        "The text speaks of an embargo in words.",
        line,
        "State it in a line at the top of the text, such as embargo: 2026-11-23T18:00+01:00,"
            + " and drop the file again. If it has ended, or is none, put the line status:"
            + " usable there.");
  }

  private static boolean isRecall(String line) {
    return RECALL.matcher(line).find() || RECALL_KEYWORD.matcher(line).matches();
  }
}
