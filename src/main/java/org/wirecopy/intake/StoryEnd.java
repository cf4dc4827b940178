package org.wirecopy.intake;

import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/**
 * The mark with which press offices and agencies end a story. What follows it is for editors:
 * notes, names, telephone numbers.
 */
public final class StoryEnd {
  /** What an editor is told where something was left out. */
  public static final String WARNING =
      "What stands below the mark of the story's end was left out.";

  private static final Pattern MARK =
      Pattern.compile(
          "(?iu)[-–—*(\\s]*(?:ends|ende)[-–—*).\\s]*|[-–—*(]\\s*end\\s*[-–—*)]|END|[-–—]{1,3}\\s?30\\s?[-–—]{1,3}|#{0,3} ?(?:dpa-)?Notizblock");

  private static final Pattern HASHES = Pattern.compile("#\\s?#\\s?#");

  private static final Pattern TO_EDITORS =
      Pattern.compile(
          "(?iu)@|https?:|www\\.|[+(]?\\d[\\d ()/.-]{6,}\\d|\\b(?:contacts?|kontakt|press|presse|media|medien"
              + "|editors?|redaktion(?:en)?|enquiries|about|über|notes?|phone|tel|telephone|telefon|tél)\\b");

  /** What follows is said to be for nobody else. */
  private static final Pattern NOT_PUBLIC =
      Pattern.compile(
          "(?iu)[^\\p{L}]*(?:die )?folgende[nr]? (?:informationen|angaben|hinweise) "
              + "sind nicht zur veröffentlichung(?: bestimmt)?[^\\p{L}]*");

  private static final int LONGEST = 18;
  private static final int LONGEST_SENTENCE = 90;

  private StoryEnd() {}

  /** The number of blocks that stand above the mark; all of them where there is none. */
  public static int of(List<Block> blocks) {
    return at(blocks.stream().map(block -> block.text().strip()).toList());
  }

  /** The lines that are left out of a text. */
  public static List<String> below(List<Block> kept, List<Block> all) {
    return all.stream().skip(kept.size()).flatMap(block -> block.text().lines()).toList();
  }

  /** The number of lines, none of them blank at its ends, that stand above the mark. */
  public static int at(List<String> lines) {
    int hashes = -1;
    for (int i = 1; i < lines.size(); i++) {
      String text = lines.get(i);
      boolean mark = text.length() <= LONGEST && MARK.matcher(text).matches();
      if (mark || (text.length() <= LONGEST_SENTENCE && NOT_PUBLIC.matcher(text).matches())) {
        return i;
      }
      // Authors part their chapters with the same signs: only the last of them may be the end.
      hashes = text.length() <= LONGEST && HASHES.matcher(text).matches() ? i : hashes;
    }
    return hashes < 0 || isMiddle(lines, hashes) ? lines.size() : hashes;
  }

  /** Below the end of a story editors are told something, such as whom to ask. */
  private static boolean isMiddle(List<String> lines, int mark) {
    List<String> below = lines.subList(mark + 1, lines.size());
    return !below.stream().allMatch(String::isEmpty)
        && below.stream().noneMatch(line -> TO_EDITORS.matcher(line).find());
  }
}
