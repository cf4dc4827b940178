package org.wirecopy.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields that an editor writes above an article: YAML between two lines of {@code ---}, TOML
 * between two lines of {@code +++} (plain keys and strings only), or lines of {@code Key: value} at
 * the top of a text file.
 */
public final class FrontMatter {
  private static final int LONGEST = 65_536;
  private static final int LONGEST_LINE = 2_000;

  private FrontMatter() {}

  /**
   * One field as written.
   *
   * @param name its canonical name, see {@link FieldNames}; as written if it is none of ours
   * @param values its value, or several for a list; never null, may be empty
   * @param line the line it stands on, from 1
   */
  record Field(String name, List<String> values, int line) {
    Field {
      values = List.copyOf(values);
    }

    String value() {
      return String.join(", ", values);
    }
  }

  /** What stands above the article. */
  public sealed interface Result {
    /** No front matter. */
    record None() implements Result {}

    /**
     * Front matter, read.
     *
     * @param facts what it states
     * @param rest the text after it
     */
    record Found(Facts facts, String rest) implements Result {}

    /** Front matter that is wrong or unsafe. */
    record Wrong(Rejection rejection) implements Result {}
  }

  /**
   * Reads the front matter at the top of a cleaned text (see {@link CleanText#text}).
   *
   * @param headers true if lines of {@code Key: value} without marks count too
   */
  public static Result of(String text, Source source, boolean headers) {
    Result result = fields(text, source, headers);
    Rejection stray = headers ? stray(result, text) : null;
    return stray == null ? result : new Result.Wrong(stray);
  }

  private static Result fields(String text, Source source, boolean headers) {
    int start = firstLine(text);
    if (text.startsWith("---", start) && isBreak(text, start, '-')) {
      return fenced(text, start, source);
    }
    if (text.startsWith("+++", start) && isBreak(text, start, '+')) {
      return toml(text, start, source);
    }
    return headers ? headers(text, start, source) : new Result.None();
  }

  /** Reads fields that stand elsewhere, for example in a document's properties. */
  public static Result of(Map<String, String> fields, Source source) {
    List<Field> all =
        fields.entrySet().stream()
            .map(e -> new Field(FieldNames.canonical(e.getKey()), List.of(e.getValue()), 1))
            .toList();
    return facts(all, "", source);
  }

  /**
   * True for the left column of a form: labels, among them one of a field that other tables have
   * not.
   */
  public static boolean areFields(List<String> labels) {
    return labels.stream().anyMatch(FieldNames::isStrong)
        && labels.stream().allMatch(label -> FieldNames.label(label(label) + ":") != null);
  }

  /** A label without its colon. */
  public static String label(String written) {
    return written.endsWith(":") ? written.substring(0, written.length() - 1).strip() : written;
  }

  private static Result fenced(String text, int start, Source source) {
    int from = afterLine(text, start);
    int close = closing(text, from, '-');
    String firstKey = FieldNames.key(line(text, firstLineFrom(text, from)));
    if (close < 0) {
      if (firstKey == null || !FieldNames.isKnown(firstKey)) {
        return new Result.None();
      }
      return wrong(
          "FRONT_MATTER_UNCLOSED",
          "The fields at the top of the file are not closed.",
          "line " + lineNumber(text, start) + ": ---",
          "Put a line with --- after the last field and drop the file again.");
    }
    if (firstKey == null && !line(text, from).startsWith("#") && close != from) {
      String first = line(text, from).strip();
      if (!first.startsWith("{") && !first.startsWith("\"") && !first.startsWith("!")) {
        return new Result.None();
      }
    }
    String matter = text.substring(from, close);
    return read(
        FrontMatterYaml.read(matter, lineNumber(text, from)),
        text.substring(afterLine(text, close)),
        source);
  }

  private static Result toml(String text, int start, Source source) {
    int from = afterLine(text, start);
    int close = closing(text, from, '+');
    if (close < 0) {
      return wrong(
          "FRONT_MATTER_UNCLOSED",
          "The fields at the top of the file are not closed.",
          "line " + lineNumber(text, start) + ": +++",
          "Put a line with +++ after the last field and drop the file again.");
    }
    return read(
        FieldLines.toml(text.substring(from, close), lineNumber(text, from)),
        text.substring(afterLine(text, close)),
        source);
  }

  private static Result headers(String text, int start, Source source) {
    HeaderBlock block = HeaderBlock.of(text, start);
    return block == null
        ? new Result.None()
        : read(
            FieldLines.headers(text.substring(start, block.end()), lineNumber(text, start)),
            text.substring(block.rest()),
            source);
  }

  /** What decides what becomes of a story must not be lost where nobody looks for fields. */
  private static @Nullable Rejection stray(Result result, String text) {
    if (result instanceof Result.Found found) {
      return found.facts().status() == null ? StrayFields.in(found.rest()) : null;
    }
    return result instanceof Result.None ? StrayFields.in(text) : null;
  }

  private static Result read(FieldsRead read, String rest, Source source) {
    if (read instanceof FieldsRead.Unreadable wrong) {
      return new Result.Wrong(wrong.rejection());
    }
    if (read instanceof FieldsRead.Fields fields) {
      Result result = facts(fields.fields(), rest, source);
      if (result instanceof Result.Found found && !fields.warnings().isEmpty()) {
        return new Result.Found(found.facts().withWarnings(fields.warnings()), rest);
      }
      return result;
    }
    throw new IllegalStateException("neither fields nor a rejection");
  }

  private static Result facts(List<Field> fields, String rest, Source source) {
    FactsReader reader = new FactsReader(source);
    Rejection rejection = reader.read(fields);
    return rejection == null ? new Result.Found(reader.facts(), rest) : new Result.Wrong(rejection);
  }

  private static Result wrong(String code, String problem, String where, String remedy) {
    return new Result.Wrong(new Rejection(code, problem, "front matter, " + where, remedy));
  }

  /** What a field reader made of a block of lines. */
  sealed interface FieldsRead {
    record Fields(List<Field> fields, List<String> warnings) implements FieldsRead {}

    record Unreadable(Rejection rejection) implements FieldsRead {}
  }

  private static int firstLine(String text) {
    return firstLineFrom(text, 0);
  }

  /** The start of the first line from a place on that is not blank. */
  static int firstLineFrom(String text, int from) {
    int start = from;
    for (int i = from; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
      if (text.charAt(i) == '\n') {
        start = i + 1;
      }
    }
    return start;
  }

  private static boolean isBreak(String text, int start, char sign) {
    int i = start;
    while (i < text.length() && text.charAt(i) == sign) {
      i++;
    }
    return i - start == 3 && line(text, i).isBlank();
  }

  private static int closing(String text, int from, char sign) {
    int at = from;
    while (at < text.length() && at - from <= LONGEST) {
      boolean dots = sign == '-' && line(text, at).equals("...");
      if (dots || (text.charAt(at) == sign && isBreak(text, at, sign))) {
        return at;
      }
      at = afterLine(text, at);
    }
    return -1;
  }

  static String line(String text, int from) {
    int end = text.indexOf('\n', from);
    int to = Math.min(end < 0 ? text.length() : end, from + LONGEST_LINE);
    return text.substring(Math.min(from, to), to);
  }

  static int afterLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static int lineNumber(String text, int at) {
    int line = 1;
    for (int i = 0; i < at; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  /** For readers that need the fields' problems told the same way. */
  static Rejection rejection(String code, String problem, @Nullable Field field, String remedy) {
    String where =
        field == null
            ? null
            : "front matter, line "
                + field.line()
                + ": "
                + field.name()
                + ": "
                + cut(field.value());
    return new Rejection(code, problem, where, remedy);
  }

  private static String cut(String value) {
    return value.length() <= 80 ? value : value.substring(0, 79) + "…";
  }
}
