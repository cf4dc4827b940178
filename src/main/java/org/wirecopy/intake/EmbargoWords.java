package org.wirecopy.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An embargo told in words: as a label, in a sentence, in brackets beside a headline. */
final class EmbargoWords {
  /** What an embargo is told by: a day, an hour, or a word before one. */
  private static final String WHEN =
      "(?:until|till|before|\\d{1,2}\\b|\\d{4}-\\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day|noon|midnight|tonight|tomorrow)";

  private static final Pattern EMBARGO =
      Pattern.compile(
          HeadNotices.START
              + "(?:(?:strictly|strict|under|press|news|media)\\s+){0,2}embargo(?:ed)?"
              + "(?:\\s+(?:for|release|publication|broadcast|use|copy|material|strictly|date|time|not|ends|expires)){0,5}"
              + "(?:\\s*:|\\s*[–—(-].*\\d|[\\s,]+"
              + WHEN
              + ")|"
              + HeadNotices.START
              + "(?:(?:strictly )?embargoed|(?:under|strict) embargo|(?-i:EMBARGO|SPERRFRIST|ЭМБАРГО))"
              + HeadNotices.END
              + "|"
              + HeadNotices.START
              + "(?:hold for (?:release|publication)\\b|(?-i:HOLD (?:UNTIL|TILL))\\b"
              + "|for (?:release|publication) (?:on|at|after|not before)\\b.*\\d"
              + "|not (?:for (?:use|publication|release|broadcast)|to be (?:used|published|released|broadcast))\\b"
              + ".{0,80}\\b(?:before|until|till|prior to)\\b"
              + "|sperrfrist(?:\\s*[:–-]|.{0,40}\\d|"
              + HeadNotices.END
              + ")|sous embargo(?:\\s*:|.{0,20}\\bjusqu|"
              + HeadNotices.END
              + ")|embargo jusqu|embargad[oa] (?:hasta|até)|embargo hasta|(?:sob )?embargo até|(?:sotto )?embargo fino"
              + "|(?:onder )?embargo tot\\b)");

  /** That there is none, in so many words. */
  private static final Pattern NO_EMBARGO =
      Pattern.compile(
          "(?iu)^[^\\p{L}]*embargo\\s*[:–—-]+\\s*(?:none|no|nil|lifted|immediate)\\b.*");

  /** A story may tell of papers that were under embargo; an order is told of the story itself. */
  private static final Pattern UNDER_EMBARGO =
      Pattern.compile(
          "(?iu)(?<!\\b(?:was|were|been|is|are|had|kept|held) )\\bunder (?:strict )?embargo (?:until|till)\\b");

  /** Said of the story itself, wherever it stands; what was under embargo is told, not ordered. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?iu)(?<!that |[\"“”„«‘'’] ?)\\b(?:this|(?:this|the|our) (?:press |news )?(?:story|release|one|item|article|copy|piece"
              + "|text|announcement|material))\\s+(?:is|remains)\\s+(?:strictly |still )?"
              + "(?:embargoed|under (?:strict )?embargo)\\b(?:[^\\p{L}\\p{N}]*$|.{0,40}\\b(?:until|till|to|for|before)\\b)"
              + "|\\b(?:diese|die) (?:presse)?(?:mitteilung|meldung) (?:ist|bleibt) .{0,40}\\b(?:gesperrt|sperrfrist)\\b");

  /** "[EMBARGO] Council votes", "Council votes (embargoed until Saturday)" */
  private static final Pattern TAG =
      Pattern.compile(
          "(?iu)^\\s*[\\[(][^\\p{L}]*(?:strict(?:ly)? |under )?embargo(?:ed)?\\b[^\\])]{0,60}[\\])]"
              + "|[\\[(]\\s*(?:strictly )?(?:embargoed\\b[^\\])]{0,60}|(?-i:EMBARGO)\\b[^\\])]{0,60})[\\])]\\s*$");

  /** "Council votes - EMBARGO 6am Saturday" */
  private static final Pattern LAST =
      Pattern.compile("(?iu)[–—:|-]\\s+(?:strict(?:ly)? |under )?embargo(?:ed)?\\b");

  private static final Pattern LABEL =
      Pattern.compile("(?iu)[^\\p{L}]*(?:strict )?(?:embargo|sperrfrist|эмбарго)[^\\p{L}]*");

  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_HEADLINE = 120;

  private EmbargoWords() {}

  /**
   * True if a line orders an embargo.
   *
   * @param line the line, or the beginning of a long one
   * @param whole true if it is the whole line
   */
  static boolean in(String line, boolean whole) {
    if (NO_EMBARGO.matcher(line).matches()) {
      return false;
    }
    return EMBARGO.matcher(line).find()
        || TimedOrder.is(line)
        || (whole
            && (UNDER_EMBARGO.matcher(line).find() || inSentence(line) || besideHeadline(line)));
  }

  /** True for the word alone, above a time. */
  static boolean isLabel(String line) {
    return line.length() <= LONGEST_LABEL && LABEL.matcher(line).matches();
  }

  /** True if a sentence says that this story is under embargo. */
  static boolean inSentence(String line) {
    return SENTENCE.matcher(line).find();
  }

  private static boolean besideHeadline(String line) {
    if (line.length() > LONGEST_HEADLINE) {
      return false;
    }
    Matcher last = LAST.matcher(line);
    return TAG.matcher(line).find() || (last.find() && TimedOrder.isTime(line, last.end()));
  }
}
