package org.wirecopy.intake.formats;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** What the readers of the two old wire formats share. */
abstract class TeleprinterReader implements Reader {
  private static final Pattern DATELINE =
      Pattern.compile(
          "^(\\p{L}[^()_]{1,60}?) ?\\(([^()]{2,24})\\) ?[_—–-]{1,2} .*", Pattern.DOTALL);

  /** In capitals and by itself, since police kill suspects in many a keyword. */
  private static final Pattern RECALL =
      Pattern.compile(
          "(?:.*[-,/:(] ?|(?:BULLETIN|MANDATORY|ADVISORY|AP|DPA) )?(?:KILL|ELIMINATION|WITHDRAWAL|WITHHOLD|SPERRE|ZURÜCKGEZOGEN|ANNULATION)(?!\\p{L}).*");

  private static final Pattern CORRECTION =
      Pattern.compile(
          "(?iu).*\\b(?:corrections?|corrective|corrected|corrects|korrektur|berichtigung|korr)\\b.*");
  private static final Pattern EMBARGO =
      Pattern.compile(
          "(?iu).*\\b(?:embargo(?:ed)?|hold for release|for release (?:at|on|after)|sperrfrist"
              + "|not for (?:use|publication|release) (?:before|until))\\b.*");

  /** Fills the story from the message. */
  abstract void read(Transmission message, WireStory story) throws Unreadable;

  @Override
  public final Reading read(Source source) {
    try {
      WireStory story = new WireStory(source, "");
      Transmission message = Transmission.of(source.bytes());
      if (!message.complete()) {
        throw new Unreadable(
            "INCOMPLETE",
            "The message does not end: it was cut off, or is still being received.",
            null,
            "Drop the whole message again.");
      }
      read(message, story);
      Stories stories = new Stories();
      stories.add(story);
      return stories.reading(format());
    } catch (Unreadable e) {
      return e.reading();
    }
  }

  /** Place and agency out of the way in which a first paragraph begins. */
  static void dateline(List<String> paragraphs, WireStory story) {
    for (String paragraph : paragraphs) {
      Matcher dateline = DATELINE.matcher(paragraph);
      if (dateline.matches()) {
        story.dateline(dateline.group(1));
        story.rights().supplier(dateline.group(2));
        return;
      }
    }
  }

  /**
   * What must not be guessed: an embargo in words, and the recall of a story that is named in words
   * only.
   *
   * @param line a line of the message's head
   */
  static void refuseOrders(String line, WireStory story) throws Unreadable {
    if (RECALL.matcher(line).matches()) {
      throw story.fault(
          "RECALL_NOTICE",
          "The message seems to take a story back, but not in a way that says which.",
          WireText.shortened(line),
          "Kill or withhold the story at the desk. If this is an article after all, drop its text as"
              + " a file of its own.");
    }
    if (EMBARGO.matcher(line).matches()) {
      throw story.fault(
          "EMBARGO_UNREADABLE",
          "The message speaks of an embargo in words.",
          WireText.shortened(line),
          "Drop its text as a file of its own with a line such as embargo: 2026-11-23T18:00+01:00 at"
              + " the top.");
    }
  }

  static boolean isCorrection(String line) {
    return CORRECTION.matcher(line).matches();
  }
}
