package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.FrontMatter.Field;
import org.wirecopy.intake.FrontMatter.FieldsRead;

/** Reads fields one a line: {@code Key: value}, or the plain part of TOML. */
final class FieldLines {
  private FieldLines() {}

  /** Lines of {@code Key: value}; a line that is indented or begins with a dash goes on with it. */
  static FieldsRead headers(String block, int firstLine) {
    List<Field> fields = new ArrayList<>();
    int number = firstLine - 1;
    for (String line : block.split("\n", -1)) {
      number++;
      String item = line.strip();
      if (item.isEmpty() || item.startsWith("#")) {
        continue;
      }
      String key = FieldNames.label(line);
      if (key != null) {
        String value = unquoted(line.substring(line.indexOf(':') + 1).strip());
        fields.add(
            new Field(
                FieldNames.canonical(unquoted(key)),
                value.isEmpty() ? List.of() : List.of(value),
                number));
      } else if (!fields.isEmpty()) {
        Field last = fields.remove(fields.size() - 1);
        List<String> values = new ArrayList<>(last.values());
        values.add(unquoted(item.startsWith("- ") ? item.substring(2).strip() : item));
        fields.add(new Field(last.name(), values, last.line()));
      }
    }
    Field twice = twice(fields.stream().filter(one -> FieldNames.isKnown(one.name())).toList());
    return twice == null ? new FieldsRead.Fields(fields, List.of()) : duplicate(twice);
  }

  /** Lines of {@code key = "value"} or {@code key = ["a", "b"]}; tables are refused. */
  static FieldsRead toml(String block, int firstLine) {
    List<Field> fields = new ArrayList<>();
    int number = firstLine - 1;
    for (String line : block.split("\n", -1)) {
      number++;
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int equals = text.indexOf('=');
      if (equals <= 0 || text.startsWith("[")) {
        return new FieldsRead.Unreadable(
            new Rejection(
                "FRONT_MATTER_MALFORMED",
                "A line of the TOML at the top of the file cannot be read.",
                "front matter, line " + number + ": " + shortened(text),
                "Write one field a line, as in: headline = \"Ferries sail again\"."));
      }
      String value = text.substring(equals + 1).strip();
      List<String> values =
          value.startsWith("[") && value.endsWith("]")
              ? items(value.substring(1, value.length() - 1))
              : List.of(unquoted(value));
      fields.add(
          new Field(FieldNames.canonical(text.substring(0, equals).strip()), values, number));
    }
    Field twice = twice(fields);
    return twice == null ? new FieldsRead.Fields(fields, List.of()) : duplicate(twice);
  }

  static FieldsRead duplicate(Field field) {
    return new FieldsRead.Unreadable(
        new Rejection(
            "FRONT_MATTER_DUPLICATE",
            "The field " + shortened(field.name()) + " stands there twice.",
            "front matter, line " + field.line(),
            "Keep one of the two and drop the file again."));
  }

  /** Of tags and categories both are read; of any other field only one can count. */
  static @Nullable Field twice(List<Field> fields) {
    Set<String> seen = new HashSet<>();
    for (Field field : fields) {
      if (!seen.add(field.name()) && !field.name().equals("subjects")) {
        return field;
      }
    }
    return null;
  }

  private static List<String> items(String list) {
    List<String> items = new ArrayList<>();
    for (String item : list.split(",", -1)) {
      if (!item.isBlank()) {
        items.add(unquoted(item.strip()));
      }
    }
    return items;
  }

  private static String unquoted(String value) {
    int last = value.length() - 1;
    boolean quoted =
        last > 0
            && (value.charAt(0) == '"' || value.charAt(0) == '\'')
            && value.charAt(last) == value.charAt(0)
            && value.indexOf(value.charAt(0), 1) == last;
    return quoted ? value.substring(1, last) : value;
  }

  private static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 59) + "…";
  }
}
