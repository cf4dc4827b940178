package org.wirecopy.intake.formats;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.wirecopy.article.Block;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.formats.Manuscript.Paragraph;
import org.wirecopy.intake.formats.Manuscript.Role;

/**
 * Reads saved e-mail (RFC 5322, MIME): the subject is the headline, the text is the story. Of an
 * e-mail that forwards another, that one's text is read. Signature, quoted replies, covering notes
 * and addresses stay in the house; attached pictures go along.
 */
public final class MailReader implements Reader {
  private static final int HEAD = 8_192;
  private static final Set<String> KNOWN =
      Set.of(
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "received",
          "return-path",
          "content-type",
          "delivered-to",
          "reply-to",
          "cc",
          "content-transfer-encoding",
          "sender");
  private static final Set<String> TELLING =
      Set.of("from", "mime-version", "message-id", "received", "return-path", "delivered-to");
  private static final Pattern FIELD = Pattern.compile("^([!-9;-~]{1,60}):.*", Pattern.DOTALL);

  @Override
  public String format() {
    return "e-mail";
  }

  @Override
  public boolean recognises(Source source) {
    byte[] bytes = source.bytes();
    String head =
        new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n");
    boolean named = source.name().toLowerCase(Locale.ROOT).endsWith(".eml");
    if (named && head.indexOf('\0') < 0 && !head.isBlank()) {
      // a damaged e-mail must not go out as prose, its addresses and all
      return true;
    }
    int known = 0;
    boolean telling = false;
    int next = 0;
    while (next <= head.length()) {
      int from = next;
      int end = head.indexOf('\n', from);
      next = end < 0 ? head.length() + 1 : end + 1;
      // Line by line, since the first tells most other files.
      String line = head.substring(from, end < 0 ? head.length() : end);
      boolean continued = line.startsWith(" ") || line.startsWith("\t");
      if (line.isEmpty()) {
        break;
      }
      boolean envelope = from == 0 && (line.startsWith("From ") || line.startsWith(">From "));
      if (continued || envelope) {
        continue;
      }
      if (!FIELD.matcher(line).matches()) {
        return false;
      }
      String name = line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT);
      known += KNOWN.contains(name) ? 1 : 0;
      telling |= TELLING.contains(name);
    }
    return telling && known >= 2;
  }

  @Override
  public Reading read(Source source) {
    try {
      MailParts parts = MailParts.of(source.bytes());
      Manuscript manuscript = new Manuscript();
      String headline = CleanText.headline(Forward.subject(parts.subject()));
      manuscript.title(headline);
      manuscript.sent(parts.date());
      parts.warnings().forEach(manuscript::warn);
      List<Block> text = text(parts, manuscript);
      List<Block> own = ContactLines.without(SignOff.without(MailEnd.above(text)));
      if (CoveringNote.isAbove(own)) {
        throw new Unreadable(
            "COVERING_NOTE",
            "The e-mail begins with a note to a colleague, which would go out with the story.",
            WireText.shortened(own.get(0).text()),
            "Send the story alone, or drop it as a file.");
      }
      if (own.size() < text.size()) {
        manuscript.warn("The signature or the quoted reply at the end of the e-mail was left out.");
      }
      own.forEach(block -> manuscript.add(new Paragraph(role(block), block.kind(), block.spans())));
      PictureBytes pictures = new PictureBytes();
      int number = 0;
      for (byte[] attached : parts.attachments()) {
        pictures
            .keep("attachment " + ++number, attached, null, null)
            .ifPresent(manuscript::picture);
      }
      pictures.warnings().forEach(manuscript::warn);
      if (own.isEmpty()) {
        return Reading.rejected(
            "NO_BODY",
            "The e-mail has no text of its own.",
            "Send the article as the text of an e-mail, or drop it as a file.");
      }
      if (own.size() == 1 && headline.isBlank()) {
        return Reading.rejected(
            "NO_HEADLINE",
            "The e-mail has no subject, and so the story has no headline.",
            "Put the headline into the e-mail's subject and drop it again.");
      }
      return manuscript.reading(format(), source, pictures.media());
    } catch (Unreadable e) {
      return e.reading();
    } catch (MimeException | IOException e) {
      return Reading.rejected(
          "MAIL_MALFORMED",
          "The e-mail is damaged: " + WireText.shortened(String.valueOf(e.getMessage())),
          "Save the e-mail again and drop it once more.");
    }
  }

  private static Role role(Block block) {
    return block.kind() == Block.Kind.SUBHEAD ? Role.HEADING : Role.TEXT;
  }

  /** Its own text; where it forwards another e-mail, the text of that. */
  private static List<Block> text(MailParts parts, Manuscript manuscript) throws Unreadable {
    String subject = parts.subject();
    MailText text = new MailText(parts.passages());
    Forward forward = Forward.in(text.blocks(true), subject);
    List<Block> own = text.blocks(false);
    if (text.struck()) {
      manuscript.struck();
    }
    if (forward == null) {
      if (Forward.isForwarded(subject) && Forward.isUnclear(own)) {
        throw unclear();
      }
      return own;
    }
    if (forward.isQuoted()) {
      return own;
    }
    if (!forward.isStory()) {
      throw unclear();
    }
    if (forward.speaksOfRelease()) {
      throw new Unreadable(
          "FORWARD_NOTE",
          "The note above the forwarded story says when or whether it may run.",
          null,
          "Send the story as an e-mail or a file of its own, with an embargo as a field"
              + " (Embargo: 2026-11-23T18:00+01:00).");
    }
    if (forward.hasNote()) {
      manuscript.warn("What stands above the forwarded e-mail was taken for a note and left out.");
    }
    return forward.text();
  }

  private static Unreadable unclear() {
    return new Unreadable(
        "FORWARD_UNCLEAR",
        "The e-mail holds another one, and which of the two is the story cannot be told.",
        null,
        "Forward the story alone, without a word of yours, or drop it as a file.");
  }
}
