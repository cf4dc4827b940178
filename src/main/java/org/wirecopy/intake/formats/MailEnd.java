package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;

/** Where an e-mail's own text ends: at its signature, or at what it answers. */
final class MailEnd {
  /** A line of dashes, as it stands above signatures. */
  static final String DASHES = "--";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.DOTALL;

  /** What stands above the text that a reply quotes; all below it is not the author's. */
  private static final Pattern QUOTES =
      Pattern.compile(
          "^(?:-{2,}\\s?(?:Original Message|Forwarded message|Ursprüngliche Nachricht|Original-Nachricht"
              + "|Weitergeleitete Nachricht|Message d'origine|Mensaje original)\\s?-*"
              + "|(?:From|Von|De|Da): .{3,200}(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Inviato): .*)$",
          FLAGS);

  private static final String LEAD = "^(?:On|Am|Le|El|Il|Op|Den|Em|W dniu)\\b";
  private static final Pattern WROTE =
      Pattern.compile(
          LEAD
              + "(?=.{0,200}\\d).{5,200}"
              + "\\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|skrev|escreveu|napisał)\\b.{0,80}:$",
          FLAGS);

  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]@[\\w-]{1,64}\\.\\w|<[^<>]{3,}>");
  private static final Pattern YEAR =
      Pattern.compile("\\b20\\d\\d\\b|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2}");
  private static final Pattern CLOCK =
      Pattern.compile(
          "\\b\\d{1,2}[:h]\\d{2}\\b|\\b\\d{1,2}(?:\\.\\d{2})? ?(?:uhr|[ap]\\.?m)\\b|\\bkl\\. ?\\d",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern SHORT_WEEKDAY =
      Pattern.compile(
          LEAD
              + " (?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|mié|jeu|jue|ven|vie|sam|sáb"
              + "|sab|dim|dom|gio|man|tir|ons|tor|fre|lør|søn|ma|wo|vr|za|zo|seg|ter|qua|qui|sex)[.,]",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final int PARAGRAPH = 80;
  private static final Pattern SENTENCE = Pattern.compile("[.!?…][\"'”’»“)]*$");

  /** What stands below signatures although it is no part of them. */
  private static final Pattern SECRECY =
      Pattern.compile(
          "confidential|privileged|vertraulich|confidentiel|confidencial|riservat|disclaimer|virus"
              + "|\\b(?:this|diese|dieser|ce|este|questa) (?:e-?mail|message|nachricht|mensaje|correo)"
              + "|intended recipient|registered (?:office|in|company)|the environment",
          Pattern.CASE_INSENSITIVE);

  private MailEnd() {}

  /** What stands above the signature and the quoted text. */
  static List<Block> above(List<Block> blocks) {
    int signature = signature(blocks);
    List<Block> own = new ArrayList<>();
    for (int i = 0; i < signature; i++) {
      String text = blocks.get(i).text().strip();
      String next = i + 1 < blocks.size() ? blocks.get(i + 1).text().strip() : "";
      if (QUOTES.matcher(text).matches() || isAttribution(text, next.startsWith(">"))) {
        break;
      }
      if (!text.startsWith(">") && !text.equals(DASHES)) {
        own.add(blocks.get(i));
      }
    }
    return own;
  }

  /** True for a line such as {@code -----Original Message-----}. */
  static boolean isMark(String line) {
    return line.startsWith("--") && QUOTES.matcher(line).matches();
  }

  /**
   * True for the line with which a mail program says who wrote what is quoted below. Stories quote
   * letters and posts in much the same words, but not with an address or the minute.
   *
   * @param quoted true if what follows is marked as quoted
   */
  static boolean isAttribution(String line, boolean quoted) {
    if (!WROTE.matcher(line).matches()) {
      return false;
    }
    boolean dated = YEAR.matcher(line).find();
    return quoted
        || ADDRESS.matcher(line).find()
        || (dated && (CLOCK.matcher(line).find() || SHORT_WEEKDAY.matcher(line).find()));
  }

  /** The block with the dashes above a signature; authors part their chapters with them, too. */
  private static int signature(List<Block> blocks) {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i).text().strip().equals(DASHES)) {
        boolean story = blocks.subList(i + 1, blocks.size()).stream().anyMatch(MailEnd::isStory);
        return story ? blocks.size() : i;
      }
    }
    return blocks.size();
  }

  private static boolean isStory(Block block) {
    String text = block.text().strip();
    return text.length() >= PARAGRAPH
        && SENTENCE.matcher(text).find()
        && !SECRECY.matcher(text).find();
  }
}
