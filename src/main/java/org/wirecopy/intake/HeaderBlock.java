package org.wirecopy.intake;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lines of {@code Key: value} without marks at the top of a text: where they end, if they are
 * fields at all. Prose, too, begins with a word and a colon at times; but where one field is read
 * that no text begins with by chance, no other line makes the block text again.
 *
 * @param end the end of the fields
 * @param rest where the text begins; after {@code end} if a label such as {@code Body:} stands
 *     before it
 */
record HeaderBlock(int end, int rest) {
  /** Labels of the text itself; {@code Text:} with a name behind it says who wrote it. */
  private static final Set<String> TEXT =
      Set.of("body", "story", "text", "copy", "article", "content", "bodytext", "fulltext");

  private static final Set<String> GO_ON =
      Set.of("byline", "subhead", "date", "place", "correction", "language");

  /** The block that begins at {@code start}, or null. */
  static @Nullable HeaderBlock of(String text, int start) {
    return new Scan(text).from(start);
  }

  /** Reads line by line. */
  private static final class Scan {
    private final String text;
    private int fields;
    private boolean strong;
    private boolean headline;

    /** True if the first line is no field of ours: it may well be the headline. */
    private boolean strangeFirst;

    /** True if a line stands in the block that a text may have, too. */
    private boolean odd;

    Scan(String text) {
      this.text = text;
    }

    @Nullable HeaderBlock from(int start) {
      int at = start;
      int end = start;
      int rest = -1;
      while (at < text.length()) {
        String line = FrontMatter.line(text, at);
        if (line.isBlank()) {
          at = FrontMatter.firstLineFrom(text, at);
          if (!strong || !goesOn(FrontMatter.line(text, at))) {
            break;
          }
          continue;
        }
        String label = FieldNames.label(line);
        if (fields > 0 && label != null && isText(label, line)) {
          boolean alone = line.substring(label.length() + 1).isBlank();
          rest = alone ? FrontMatter.afterLine(text, at) : at + label.length() + 1;
          break;
        }
        if (!isField(line, label)) {
          odd = true;
          break;
        }
        at = FrontMatter.afterLine(text, at);
        end = at;
      }
      boolean block = strong ? headline || !strangeFirst : fields > 1 && !odd;
      return block ? new HeaderBlock(end, rest < 0 ? end : rest) : null;
    }

    private boolean isField(String line, @Nullable String label) {
      if (label == null) {
        odd = true;
        return fields > 0 && (Character.isWhitespace(line.charAt(0)) || line.startsWith("- "));
      }
      if (FieldNames.isKnown(label)) {
        fields++;
        strong |= FieldNames.isStrong(label);
        headline |= FieldNames.canonical(label).equals("headline");
      } else {
        strangeFirst |= fields == 0;
        odd |=
            fields == 0
                || label.contains(" ")
                || FieldNames.key(line) == null
                || line.indexOf(": ") < 0;
      }
      return true;
    }

    /** A field below a blank line, or the label of the text. */
    private static boolean goesOn(String line) {
      String label = FieldNames.label(line);
      return label != null
          && (FieldNames.isStrong(label)
              || GO_ON.contains(FieldNames.canonical(label))
              || isText(label, line));
    }

    private static boolean isText(String label, String line) {
      String bare = FieldNames.bare(label);
      boolean alone = line.substring(label.length() + 1).isBlank();
      return TEXT.contains(bare) && (alone || bare.equals("body"));
    }
  }
}
