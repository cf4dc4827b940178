package org.wirecopy.intake.formats;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/** What a sender says to a colleague above the story in the same e-mail. */
final class CoveringNote {
  private static final int REACH = 2;
  private static final int LONGEST = 700;

  /** To a colleague; readers' letters begin with Sir or Dear Editor. */
  private static final Pattern GREETING =
      Pattern.compile(
          "^(?:(?i:hi|hey|hello|hallo|liebe[rs]?|moin|servus|bonjour|salut|ciao|hola)(?: (?i:all|team|folks|everyone|both"
              + "|there|desk|zusammen|kolleg\\w{2,8}|kolleginnen und kollegen|à tous|a todos|a tutti)|(?: \\p{Lu}[\\p{L}'’-]+){1,2}"
              + "(?: (?:and|und|et|y|e) \\p{Lu}[\\p{L}'’-]+)?)?"
              + "|(?i:dear) (?i:all|team|colleagues?|desk|news ?desk))\\s*[,!:–—-](?:\\s|$)");

  /** What is said of a story, and never in one that begins with a greeting by chance. */
  private static final Pattern OF_COPY =
      Pattern.compile(
          "(?iu)\\b(?:(?:story|copy|piece|article|text|draft|column|report)(?:['’]s| is)? (?:is )?(?:below|attached|here|for)"
              + "|(?:here|this)(?:['’]s| is| are) (?:the|my|our|your|a) (?:[\\w-]+ )?(?:story|copy|piece|article|text|draft|column|report|release)"
              + "|(?:below|attached) (?:is|are|please find)|please find|please (?:use|run|hold|wait|call|check|find|see)|let me know"
              + "|my (?:cell|mobile|number|phone)|call me|any (?:questions|problems|queries)|legal (?:has|have)|anbei|unten"
              + "|bei (?:rück)?fragen|ci-dessous|ci-joint|adjunto|in allegato)\\b");

  private CoveringNote() {}

  /** True if a text begins with one, and so is not the story alone. */
  static boolean isAbove(List<Block> blocks) {
    if (blocks.size() < 2) {
      return false;
    }
    String first = blocks.get(0).text().strip();
    Matcher greeting = GREETING.matcher(first);
    if (first.length() > LONGEST || !greeting.find()) {
      return false;
    }
    return greeting.end() == first.length()
        || blocks.stream()
            .limit(REACH)
            .map(Block::text)
            .anyMatch(text -> text.length() <= LONGEST && OF_COPY.matcher(text).find());
  }
}
