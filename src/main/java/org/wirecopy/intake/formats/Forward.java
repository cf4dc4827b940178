package org.wirecopy.intake.formats;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;

/**
 * A forwarded e-mail within another: what its sender wrote to the desk, and below the header the
 * text that was forwarded.
 *
 * @param above the covering note
 * @param header who wrote the forwarded text to whom; none of it is for publication
 * @param below the forwarded text
 * @param told true if the e-mail says that it forwards; a header alone may be that of a reply
 */
record Forward(List<Block> above, List<Block> header, List<Block> below, boolean told) {
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int MOST_WITHIN = 20;

  private static final Pattern SUBJECT =
      Pattern.compile(
          "^\\s*(?:fwd?|wg|tr|rv|enc)\\s?:\\s*(?:(?:fwd?|wg|tr|rv|enc|re|aw)\\s?:\\s*)*", FLAGS);
  private static final Pattern REPLY = Pattern.compile("^\\s*(?:re|aw|sv|antw|odp)\\s?:.*", FLAGS);

  private static final Pattern ANSWERED =
      Pattern.compile("^(?:\\s*(?:re|aw|sv|antw|odp)\\s?(?:\\[\\d{1,3}])?:)+\\s*", FLAGS);

  private static final Pattern MARK =
      Pattern.compile(
          "^(?:-{2,}\\s?(?:forwarded message|weitergeleitete nachricht|message (?:transféré|réexpédié)"
              + "|mensaje reenviado|messaggio inoltrato|mensagem encaminhada|doorgestuurd bericht"
              + "|vidarebefordrat meddelande|videresendt melding)"
              + "|(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)"
              + "|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado"
              + "|inizio messaggio inoltrato|início da mensagem (?:encaminhada|reencaminhada)"
              + "|begin doorgestuurd bericht)\\s?:).{0,2000}$",
          FLAGS | Pattern.DOTALL);

  private static final Pattern QUOTED =
      Pattern.compile(
          "^-{2,}\\s?(?:original message|ursprüngliche nachricht|original-nachricht|message d['’]origine"
              + "|mensaje original|messaggio originale|mensagem original)\\b.{0,2000}$",
          FLAGS | Pattern.DOTALL);

  private static final String FROM = "(?:from|von|de|da|van|fra|från|od)";
  private static final String OTHER =
      "(?:sent|date|gesendet(?: am)?|datum|envoyé|enviado(?: el)?|inviato|data|verzonden|sendt|skickat|fecha"
          + "|to|an|à|a|para|aan|til|till|cc|kopie|reply-to|antwort an|importance|attachments"
          + "|subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne)";
  private static final Pattern FIELD =
      Pattern.compile(
          "^\\*?(?:" + FROM + "|" + OTHER + ")\\s?:\\*?(?:\\s.{0,500}|)$", FLAGS | Pattern.DOTALL);
  private static final Pattern FIRST_FIELD =
      Pattern.compile("^\\*?" + FROM + "\\s?:\\*?\\s.{1,500}$", FLAGS | Pattern.DOTALL);

  /** The header in one paragraph, its lines run together. */
  private static final Pattern HEADER =
      Pattern.compile(
          "^\\*?" + FROM + "\\s?:\\*?\\s.{1,300}?\\s\\*?" + OTHER + "\\s?:\\*?\\s.{0,1000}$",
          FLAGS | Pattern.DOTALL);

  private static final Pattern RULE = Pattern.compile("^[_\\-=*\\s]*$");
  private static final Pattern ADDRESS =
      Pattern.compile("^[^:]{2,30}: .{0,80}[\\w.+-]{1,64}@[\\w-]{1,64}\\.\\w.*", Pattern.DOTALL);

  /** What a note says of when or whether the story may run. */
  private static final Pattern RELEASE =
      Pattern.compile(
          "\\b(?:embargo|sperrfrist|sperrvermerk|not before|hold (?:this|it|until|for)|on hold|withdrawn?|retract"
              + "|(?:do not|don['’]t|not for|nicht zur|pas) (?:run|publish|use|publication|release"
              + "|veröffentlich|publier))",
          FLAGS);

  /** True for a subject such as {@code Fwd: Ferries sail again}. */
  static boolean isForwarded(String subject) {
    return SUBJECT.matcher(subject).find();
  }

  /** The subject without {@code Fwd:} or {@code Re:} before it. */
  static String subject(String subject) {
    return ANSWERED.matcher(SUBJECT.matcher(subject).replaceFirst("")).replaceFirst("");
  }

  /** True for a line with which the header of a forwarded e-mail begins. */
  static boolean begins(String line, String next) {
    return MARK.matcher(line).matches()
        || (FIRST_FIELD.matcher(line).matches() && FIELD.matcher(next).matches());
  }

  /** The first e-mail that is forwarded or answered within a text; null if there is none. */
  static @Nullable Forward in(List<Block> blocks, String subject) {
    boolean told = isForwarded(subject);
    for (int i = 0; i < blocks.size(); i++) {
      String text = blocks.get(i).text().strip();
      boolean marked = MARK.matcher(text).matches();
      int end = headerEnd(blocks, i);
      if (marked || end > i) {
        Forward found =
            new Forward(
                blocks.subList(0, i),
                blocks.subList(i, end),
                blocks.subList(end, blocks.size()),
                told || marked);
        return !found.told() && REPLY.matcher(subject).matches() ? null : found;
      }
    }
    return null;
  }

  /** The block after a header that begins at one; the same if none does. */
  private static int headerEnd(List<Block> blocks, int start) {
    String first = blocks.get(start).text().strip();
    boolean marked =
        MARK.matcher(first).matches()
            || QUOTED.matcher(first).matches()
            || MailEnd.isAttribution(first, false);
    int at = start + (marked ? 1 : 0);
    int fields = 0;
    while (at < blocks.size() && FIELD.matcher(blocks.get(at).text().strip()).matches()) {
      boolean whole = HEADER.matcher(blocks.get(at).text().strip()).matches();
      fields += whole ? 2 : 1;
      at++;
    }
    boolean header = FIRST_FIELD.matcher(first).matches() && fields >= 2;
    return marked || header ? at : start;
  }

  /** True if the forwarded text is the story and what stands above it a note. */
  boolean isStory() {
    return (told || !hasNote()) && letters(below) > letters(above);
  }

  /** True if what stands above is the story, and the e-mail does not say that it forwards one. */
  boolean isQuoted() {
    return !told && letters(above) >= letters(below);
  }

  /** True if anything but rules stands above the header. */
  boolean hasNote() {
    return letters(above) > 0;
  }

  /** True if the note says when or whether the story may run, which would be lost with it. */
  boolean speaksOfRelease() {
    return above.stream().anyMatch(block -> RELEASE.matcher(block.text()).find())
        || header.stream().anyMatch(block -> RELEASE.matcher(block.text()).find());
  }

  /** The text itself, where e-mails are forwarded within it, or quoted below it. */
  List<Block> text() {
    List<Block> text = below;
    for (int within = 0; within < MOST_WITHIN; within++) {
      Forward next = in(text, "Fwd:");
      if (next == null) {
        return text;
      }
      text = next.isStory() ? next.below() : next.above();
    }
    return text;
  }

  /** True if a text may hold another e-mail in a form that is not known. */
  static boolean isUnclear(List<Block> blocks) {
    return blocks.stream()
        .limit(MOST_WITHIN)
        .map(block -> block.text().strip())
        .anyMatch(text -> text.startsWith(">") || ADDRESS.matcher(text).matches());
  }

  private static int letters(List<Block> blocks) {
    return blocks.stream()
        .map(block -> block.text().strip())
        .filter(text -> !RULE.matcher(text).matches())
        .mapToInt(String::length)
        .sum();
  }
}
