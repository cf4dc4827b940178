package org.wirecopy.intake.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.Decoding;

/**
 * What an e-mail is made of: the parts that a reader sees, read one after the other without
 * building a tree, so that depth and size are bounded.
 */
final class MailParts {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 500;
  private static final int LONGEST_TEXT = 4 << 20;
  private static final String CONTENT = "content-";

  /** In bytes, with the lines that it goes on in. */
  private static final int LONGEST_CONTENT_FIELD = 8_192;

  private static final int LARGEST_ATTACHMENT = 20 << 20;

  private String subject = "";
  private String date = "";
  private final MailWords words = new MailWords();
  private final List<byte[]> attachments = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private boolean attachment;
  private boolean related;
  private String filename = "";

  private MailParts() {}

  static MailParts of(byte[] mail) throws Unreadable, MimeException, IOException {
    MailParts parts = new MailParts();
    parts.read(mail);
    return parts;
  }

  String subject() {
    return subject;
  }

  String date() {
    return date;
  }

  /** Its own text, in order. */
  List<MailWords.Passage> passages() {
    return words.passages();
  }

  /** Attached files that may be pictures. */
  List<byte[]> attachments() {
    return attachments;
  }

  List<String> warnings() {
    return warnings;
  }

  /** What the parser takes apart word by word, copying what is left each time, must be short. */
  private static void refuseLongFields(byte[] mail) throws Unreadable {
    int start = 0;
    while (start < mail.length) {
      int end = lineEnd(mail, start);
      if (startsContentField(mail, start)) {
        while (end < mail.length && (mail[end] == ' ' || mail[end] == '\t')) {
          end = lineEnd(mail, end);
        }
        if (end - start > LONGEST_CONTENT_FIELD) {
          throw new Unreadable(
              "MAIL_MALFORMED",
              "A Content field of the e-mail is longer than any that a mail program writes.",
              null,
              "Have the e-mail sent again, and drop that.");
        }
      }
      start = end;
    }
  }

  private static int lineEnd(byte[] mail, int from) {
    int at = from;
    while (at < mail.length && mail[at] != '\n') {
      at++;
    }
    return Math.min(mail.length, at + 1);
  }

  private static boolean startsContentField(byte[] mail, int at) {
    if (at + CONTENT.length() > mail.length) {
      return false;
    }
    for (int i = 0; i < CONTENT.length(); i++) {
      if (Character.toLowerCase((char) mail[at + i]) != CONTENT.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private void read(byte[] mail) throws Unreadable, MimeException, IOException {
    refuseLongFields(mail);
    MimeConfig config =
        MimeConfig.custom()
            .setMaxLineLen(1 << 20)
            .setMaxHeaderLen(1 << 18)
            .setMaxHeaderCount(1_000)
            .setMaxContentLen(64L << 20)
            .build();
    MimeTokenStream stream = new MimeTokenStream(config);
    stream.parse(new ByteArrayInputStream(mail));
    int depth = 0;
    int messages = 0;
    int parts = 0;
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_MESSAGE -> {
          messages++;
          depth++;
          if (messages == 2) {
            throw new AttachedFile(filename, "message/rfc822").insteadOfTheNote();
          }
        }
        case T_END_MESSAGE -> {
          messages--;
          depth--;
        }
        case T_START_MULTIPART -> {
          depth++;
          String type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
          related |= type.equals("multipart/related");
          words.start(type);
        }
        case T_END_MULTIPART -> {
          depth--;
          words.end();
        }
        case T_START_HEADER -> {
          attachment = false;
          filename = "";
        }
        case T_FIELD -> field(stream.getField(), messages == 1 && depth == 1);
        case T_BODY -> {
          body(stream);
          parts++;
        }
        default -> {
          // preambles and epilogues are for programs that know no MIME
        }
      }
      if (depth > DEEPEST || parts > MOST_PARTS) {
        throw new Unreadable(
            "NESTING_TOO_DEEP",
            "The e-mail has too many parts within parts.",
            null,
            "Send the article as a simple e-mail and drop that.");
      }
    }
    words.close();
    if (words.isCut()) {
      warnings.add("A further part of the e-mail, in another form than its text, was left out.");
    }
  }

  private void field(Field field, boolean ofTheMail) {
    String name = field.getName().toLowerCase(Locale.ROOT);
    if (name.equals("content-disposition")) {
      attachment = field.getBody().strip().toLowerCase(Locale.ROOT).startsWith("attachment");
      String stated = AttachedFile.name(field.getBody());
      filename = stated.isEmpty() ? filename : stated;
    } else if (name.equals("content-type") && filename.isEmpty()) {
      filename = AttachedFile.name(field.getBody());
    } else if (ofTheMail && name.equals("subject") && subject.isEmpty()) {
      subject = words(field);
    } else if (ofTheMail && name.equals("date") && date.isEmpty()) {
      date = words(field);
    }
  }

  /** A field's text, whose bytes may be UTF-8 although RFC 5322 has only ASCII. */
  private static String words(Field field) {
    var raw = field.getRaw();
    String text = field.getBody();
    if (raw != null && Charsets.decode(raw.toByteArray()) instanceof Decoding.Text decoded) {
      text = decoded.text().substring(decoded.text().indexOf(':') + 1);
    }
    String unfolded = text.replaceAll("\\r?\\n(?=[ \\t])", "").strip();
    return unfolded.contains("=?")
        ? DecoderUtil.decodeEncodedWords(unfolded, DecodeMonitor.SILENT)
        : unfolded;
  }

  private void body(MimeTokenStream stream) throws Unreadable, IOException {
    BodyDescriptor body = stream.getBodyDescriptor();
    String type = body.getMimeType().toLowerCase(Locale.ROOT);
    boolean text = type.equals("text/plain") || type.equals("text/html");
    AttachedFile file = new AttachedFile(filename, type);
    // a text may have a name; one beside another text is a file
    boolean own = text && !attachment && (filename.isEmpty() || words.isEmpty());
    if (own) {
      String decoded = decoded(bytes(stream, body, LONGEST_TEXT, true), body.getCharset());
      words.add(new MailWords.Part(type.equals("text/html"), decoded));
    } else if (type.startsWith("image/")) {
      attachments.add(bytes(stream, body, LARGEST_ATTACHMENT, false));
    } else if (attachment || !filename.isEmpty()) {
      file(file, stream, body);
    } else if (!related) {
      warnings.add(file.warning());
    }
  }

  private void file(AttachedFile file, MimeTokenStream stream, BodyDescriptor body)
      throws Unreadable, IOException {
    byte[] bytes = bytes(stream, body, LARGEST_ATTACHMENT, false);
    boolean blank = new String(bytes, StandardCharsets.ISO_8859_1).isBlank();
    if (!blank && (file.mayBeStory() || AttachedFile.isDocument(bytes))) {
      throw file.insteadOfTheNote();
    }
    if (file.type().equals("application/octet-stream")) {
      attachments.add(bytes);
    } else if (!file.isSignature() && !blank) {
      warnings.add(file.warning());
    }
  }

  private static byte[] bytes(MimeTokenStream stream, BodyDescriptor body, int limit, boolean text)
      throws Unreadable, IOException {
    String encoding = String.valueOf(body.getTransferEncoding()).toLowerCase(Locale.ROOT);
    boolean base64 = encoding.equals("base64");
    byte[] bytes;
    try (InputStream in = base64 ? stream.getInputStream() : stream.getDecodedInputStream()) {
      bytes = in.readNBytes(base64 ? limit / 3 * 4 + limit / 20 : limit);
    }
    return base64 ? base64(bytes, text) : bytes;
  }

  private static byte[] base64(byte[] encoded, boolean strict) throws Unreadable {
    StringBuilder signs = new StringBuilder(encoded.length);
    boolean broken = false;
    for (byte b : encoded) {
      char c = (char) (b & 0xFF);
      boolean sign =
          (c >= 'A' && c <= 'Z')
              || (c >= 'a' && c <= 'z')
              || (c >= '0' && c <= '9')
              || c == '+'
              || c == '/';
      if (sign) {
        signs.append(c);
      } else {
        broken |= c != '=' && c > ' ';
      }
    }
    if (broken && strict) {
      throw new Unreadable(
          "MAIL_MALFORMED",
          "The text of the e-mail was damaged on the way.",
          "base64",
          "Have the e-mail sent again, and drop that.");
    }
    int whole = signs.length() % 4 == 1 ? signs.length() - 1 : signs.length();
    return Base64.getDecoder().decode(signs.substring(0, whole));
  }

  private String decoded(byte[] bytes, @Nullable String charset) throws Unreadable {
    Charset stated = null;
    try {
      stated = charset == null ? null : Charset.forName(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      warnings.add(
          "The e-mail states a character set that is not known: " + WireText.shortened(charset));
    }
    if (stated != null
        && !stated.equals(StandardCharsets.US_ASCII)
        && !stated.equals(StandardCharsets.UTF_8)) {
      // programs that state ISO 8859-1 write windows-1252 (WHATWG Encoding)
      return new String(bytes, stated.equals(StandardCharsets.ISO_8859_1) ? WINDOWS_1252 : stated);
    }
    Decoding decoding = Charsets.decode(bytes.length == 0 ? new byte[] {'\n'} : bytes);
    if (decoding instanceof Decoding.Unreadable unreadable) {
      throw new Unreadable(
          unreadable.rejection().code(),
          unreadable.rejection().problem(),
          unreadable.rejection().where(),
          unreadable.rejection().remedy());
    }
    Decoding.Text text = (Decoding.Text) decoding;
    warnings.addAll(text.warnings());
    return text.text();
  }
}
