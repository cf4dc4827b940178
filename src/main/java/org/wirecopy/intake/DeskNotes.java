package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/**
 * Paragraphs that speak to the desk alone, wherever they stand: what to check, what to leave out,
 * that more follows. What editors tell readers, as in "Editor's note: …", is none of these.
 */
public final class DeskNotes {
  private static final int LONGEST = 600;

  /** How much of a note that was left out is shown, in characters. */
  private static final int SHOWN = 80;

  /** To colleagues by name of their desk; nobody begins a paragraph of a story so. */
  private static final Pattern PRIVATE =
      Pattern.compile(
          "^[\\[(*\\s]*(?:(?i:"
              + "(?:note|memo) (?:to|for) (?:the )?(?:copy|copydesk|subs|sub-editors?|layout|web|picture|photo)(?: desk)?"
              + "|achtung,? redaktion(?:en)?|hinweis an die redaktion(?:en)?"
              + "|(?:note|attention) (?:à|a) la r[ée]daction|nota (?:a|para) la redacci[óo]n|nota per la redazione"
              + ")|(?:DESK|Desk))\\s*:.+",
          Pattern.DOTALL | Pattern.UNICODE_CASE);

  /** Orders about the copy itself. */
  private static final Pattern MARK =
      Pattern.compile(
          "(?iu)[-–—*(\\[\\s]*(?:(?:begin|end|start of|end of) optional (?:trim|cut)s?"
              + "|optional (?:trim|cut|add)(?: follows| begins| ends)?|more follows|folgt mehr|suite suit|mf)"
              + "[-–—*)\\].\\s]*|[(\\[–—-]+\\s*more\\s*[)\\]–—-]+");

  private static final Pattern TO_EDITORS =
      Pattern.compile("^[\\[(*\\s]*(?i:eds|editors)\\s*:\\s*(.+)", Pattern.DOTALL);

  /** Words of a sentence, which a list of names has not. */
  private static final Pattern SMALL_WORD =
      Pattern.compile("(?<![\\p{L}'’.-])(?!(?:and|of|for|the)\\b)\\p{Ll}{2,}");

  private DeskNotes() {}

  /** True for a note that must not leave the house. */
  public static boolean isPrivate(String text) {
    return text.length() <= LONGEST
        && (PRIVATE.matcher(text).matches() || MARK.matcher(text).matches());
  }

  /** True for any note to the desk; that for editors everywhere ("Eds: …") may go along apart. */
  public static boolean is(String text) {
    return isPrivate(text) || isToEditors(text);
  }

  /** Who edits a film or a journal is named with the same word. */
  private static boolean isToEditors(String text) {
    Matcher note = TO_EDITORS.matcher(text);
    return text.length() <= LONGEST
        && note.matches()
        && (text.contains("EDITORS")
            || !text.contains("ditors")
            || SMALL_WORD.matcher(note.group(1)).results().limit(2).count() == 2);
  }

  /**
   * A text without such notes.
   *
   * @param warnings what was left out is added to them
   */
  public static List<Block> without(List<Block> blocks, List<String> warnings) {
    if (blocks.stream().noneMatch(block -> is(block.text().strip()))) {
      return blocks;
    }
    List<Block> kept = new ArrayList<>();
    for (Block block : blocks) {
      String text = block.text().strip();
      if (is(text)) {
        warnings.add(warning(text));
      } else {
        kept.add(block);
      }
    }
    return kept;
  }

  /** What an editor is told where a note was left out. */
  public static String warning(String note) {
    String shown = note.length() > SHOWN ? note.substring(0, SHOWN).strip() + "…" : note;
    return "Left out, since it speaks to the desk alone: “" + shown + "”.";
  }
}
