package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;

/**
 * A file that hangs on an e-mail. Where it may be the story, the text of the e-mail is a note to
 * the desk, and must not go out in the story's place.
 *
 * @param name as the e-mail gives it; empty if it gives none
 * @param type its MIME type
 */
record AttachedFile(String name, String type) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)\\b(?:file)?name(?:\\*0?\\*?)?\\s*=\\s*(?:\"([^\"]{0,500})\"|([^;\\s]{1,500}))");

  /** Suffixes of what Wirecopy reads, and of what it says how to make readable. */
  private static final Set<String> STORIES =
      Set.of(
          "docx",
          "doc",
          "odt",
          "rtf",
          "txt",
          "text",
          "md",
          "markdown",
          "html",
          "htm",
          "pdf",
          "eml",
          "msg",
          "pages",
          "zip");

  private static final Set<String> STORY_TYPES =
      Set.of(
          "text/plain",
          "text/html",
          "text/markdown",
          "text/rtf",
          "application/rtf",
          "application/pdf",
          "application/msword",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "message/rfc822");

  private static final List<String> STORY_SIGNS =
      List.of("PK\u0003\u0004", "%PDF", "{\\rtf", "\u00D0\u00CF\u0011\u00E0");

  /** The name that a Content field gives, or an empty one. */
  static String name(String field) {
    Matcher found = NAME.matcher(field);
    if (!found.find()) {
      return "";
    }
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return name.contains("=?")
        ? DecoderUtil.decodeEncodedWords(name, DecodeMonitor.SILENT).strip()
        : name.strip();
  }

  /** True if name or type say that the file may hold a story. */
  boolean mayBeStory() {
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return STORIES.contains(suffix) || STORY_TYPES.contains(type);
  }

  /** True if the bytes are those of a document, whatever it is called. */
  static boolean isDocument(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    return STORY_SIGNS.stream().anyMatch(head::startsWith);
  }

  /** True for what proves who sent the e-mail, which nobody misses. */
  boolean isSignature() {
    return type.endsWith("-signature");
  }

  Unreadable insteadOfTheNote() {
    return new Unreadable(
        "STORY_ATTACHED",
        "A file that may be the story hangs on the e-mail, whose own text may be a note to the desk.",
        shown(),
        "Drop the attached file itself, or send the e-mail again without it.");
  }

  String warning() {
    return "A file that hangs on the e-mail was left out: " + shown();
  }

  private String shown() {
    return WireText.shortened(name.isEmpty() ? type : name);
  }
}
