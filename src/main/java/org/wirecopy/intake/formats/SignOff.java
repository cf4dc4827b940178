package org.wirecopy.intake.formats;

import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/** How an e-mail ends: with regards and a name, or with what a mailing list must say. */
final class SignOff {
  private static final int MOST_LINES = 6;
  private static final int LONGEST_LINE = 80;
  private static final int MOST_FOOTER = 12;
  private static final int LONGEST_FOOTER = 300;

  private static final Pattern CLOSING =
      Pattern.compile(
          "(?iu)^(?:(?:(?:with )?(?:kind(?:est)?|best|warm(?:est)?|many) )?regards|(?:all the |with )?best(?: wishes)?|all the best"
              + "|cheers|(?:many )?thanks(?: a lot| again| in advance)?|thank you|(?:bien )?cordialement|bien à vous"
              + "|(?:mit )?(?:freundliche[nm]?|viele[nm]?|beste[nm]?|herzliche[nm]?|liebe[nm]?|schöne[nm]?) gr(?:ü|ue)(?:ß|ss)e?n?"
              + "|gru(?:ß|ss)|mfg|lg|vg|(?:un )?saludos?|saludos cordiales|cordiali saluti|saluti|met vriendelijke groet(?:en)?"
              + "|atenciosamente|med vänlig hälsning)(?:[,!.]|\\s*$)(?:.{0,80}[^.?!”\"])?",
          Pattern.DOTALL);

  /** Letters to the editor end so, too, and their writers are named. */
  private static final Pattern LETTER =
      Pattern.compile(
          "(?iu)^(?:dear|sir|madam|to the editor|sehr geehrte|madame|monsieur|estimad|gentil|egregi)\\b.*",
          Pattern.DOTALL);

  private static final Pattern LIST =
      Pattern.compile(
          "(?iu)^(?:copyright\\b.{0,80}\\ball rights reserved|you(?:['’]re| are) receiving this (?:e-?mail|message|newsletter)"
              + "|our mailing address is|want to change how you receive|unsubscribe\\b|to unsubscribe\\b|click here to unsubscribe"
              + "|if you no longer wish to receive|diese e-mail wurde an\\b|(?:den )?newsletter abbestellen|vous recevez cet? e-?mail).*",
          Pattern.DOTALL);

  private static final Pattern SHOWN =
      Pattern.compile(
          "(?iu)(?:view|read|open) (?:this )?(?:e-?mail|message|newsletter)? ?(?:online|in (?:your|a|the) (?:web ?)?browser)\\.?"
              + "|im browser (?:ansehen|anzeigen|öffnen)");

  private SignOff() {}

  /** The text above the greeting at its end, and without what a mailing list adds. */
  static List<Block> without(List<Block> blocks) {
    List<Block> text =
        blocks.stream().filter(block -> !SHOWN.matcher(block.text().strip()).matches()).toList();
    text = above(text, LIST, MOST_FOOTER, LONGEST_FOOTER);
    boolean letter = !text.isEmpty() && LETTER.matcher(text.get(0).text().strip()).matches();
    return letter ? text : above(text, CLOSING, MOST_LINES, LONGEST_LINE);
  }

  /** The text above the first line of a kind below which no more than some short lines stand. */
  private static List<Block> above(List<Block> blocks, Pattern first, int most, int longest) {
    int end = blocks.size();
    for (int i = blocks.size() - 1; i >= 1 && i >= blocks.size() - 1 - most; i--) {
      String line = blocks.get(i).text().strip();
      if (first.matcher(line).matches()) {
        end = i;
      } else if (line.length() > longest) {
        break;
      }
    }
    return blocks.subList(0, end);
  }
}
