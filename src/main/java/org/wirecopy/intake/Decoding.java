package org.wirecopy.intake;

import java.util.List;

/** What became of turning a file's bytes into characters: text, or why it is none. */
public sealed interface Decoding {

  /**
   * The bytes are text.
   *
   * @param text without a byte order mark and without U+0000; not cleaned otherwise
   * @param charset the name of the charset, for example {@code UTF-8}
   * @param warnings what was mended, in words for the editor
   */
  record Text(String text, String charset, List<String> warnings) implements Decoding {
    public Text {
      warnings = List.copyOf(warnings);
    }
  }

  /** The bytes are not text, or text in a charset that cannot be told for certain. */
  record Unreadable(Rejection rejection) implements Decoding {}
}
