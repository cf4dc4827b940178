package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.wirecopy.intake.FrontMatter.Field;
import org.wirecopy.intake.FrontMatter.FieldsRead;

/**
 * Reads YAML fields from its event stream: nothing is ever constructed, every value stays the text
 * that stands there ({@code no} is "no", {@code 12:30:45} is "12:30:45").
 */
final class FrontMatterYaml {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setCodePointLimit(70_000)
          .setMaxAliasesForCollections(0)
          .setParseComments(false)
          .build();
  private static final int DEEPEST = 8;
  private static final int MOST_VALUES = 1_000;

  private final int firstLine;
  private final List<Field> fields = new ArrayList<>();
  private int depth;
  private int values;
  private @Nullable String key;
  private int keyLine;
  private @Nullable String innerKey;
  private boolean innerKeyNext;
  private final List<String> found = new ArrayList<>();
  private final List<Boolean> mappings = new ArrayList<>();

  private FrontMatterYaml(int firstLine) {
    this.firstLine = firstLine;
  }

  static FieldsRead read(String yaml, int firstLine) {
    FieldsRead read;
    try {
      read = new FrontMatterYaml(firstLine).events(yaml);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
      read = plain(yaml, firstLine, line);
    } catch (YamlEngineException e) {
      read = plain(yaml, firstLine, firstLine);
    }
    return read;
  }

  /** Not YAML, but perhaps just a headline with a colon or a quotation mark in it. */
  private static FieldsRead plain(String yaml, int firstLine, int wrongLine) {
    boolean simple = true;
    for (String line : yaml.split("\n", -1)) {
      String text = line.strip();
      String name = FieldNames.key(line);
      boolean item = text.startsWith("- ") && text.indexOf(':') < 0;
      boolean field = name != null && FieldNames.isKnown(name) && isPlainValue(line);
      simple &= text.isEmpty() || text.startsWith("#") || field || item;
    }
    if (!simple) {
      return new FieldsRead.Unreadable(
          new Rejection(
              "FRONT_MATTER_MALFORMED",
              "The fields at the top of the file are not proper YAML.",
              "front matter, line " + wrongLine,
              "Write one field a line, as in headline: \"Ferries sail again\", with quotation marks"
                  + " around a value that has a colon in it."));
    }
    FieldsRead read = FieldLines.headers(yaml, firstLine);
    if (read instanceof FieldsRead.Fields fields) {
      return new FieldsRead.Fields(
          fields.fields(),
          List.of(
              "Line "
                  + wrongLine
                  + " of the front matter is not proper YAML; each line was read as it stands."));
    }
    return read;
  }

  private static boolean isPlainValue(String line) {
    String value = line.substring(line.indexOf(':') + 1).strip();
    return value.isEmpty() || "!&*{[|>".indexOf(value.charAt(0)) < 0;
  }

  private FieldsRead events(String yaml) {
    int documents = 0;
    for (Event event : new Parse(SETTINGS).parseString(yaml)) {
      if (event.getEventId() == Event.ID.DocumentStart && ++documents > 1) {
        return wrong("FRONT_MATTER_MALFORMED", "There is more than one block of fields.", event);
      }
      FieldsRead problem = event(event);
      if (problem != null) {
        return problem;
      }
    }
    Field twice = FieldLines.twice(fields);
    return twice == null ? new FieldsRead.Fields(fields, List.of()) : FieldLines.duplicate(twice);
  }

  private @Nullable FieldsRead event(Event event) {
    if (event instanceof AliasEvent) {
      return wrong(
          "YAML_LIMIT", "The fields at the top refer to one another (YAML aliases).", event);
    }
    if (event instanceof NodeEvent node) {
      Optional<Anchor> anchor = node.getAnchor();
      if (anchor.isPresent() && event instanceof CollectionStartEvent) {
        return wrong("YAML_LIMIT", "The fields at the top have YAML anchors.", event);
      }
    }
    if (event instanceof ScalarEvent scalar) {
      if (scalar.getTag().isPresent()
          && !scalar.getTag().get().startsWith("tag:yaml.org,2002:str")) {
        return unsafe(event);
      }
      return scalar(scalar);
    }
    if (event instanceof CollectionStartEvent start) {
      return start(start);
    }
    if (event instanceof CollectionEndEvent) {
      end();
    }
    return null;
  }

  private @Nullable FieldsRead scalar(ScalarEvent scalar) {
    if (depth == 0) {
      return wrong("FRONT_MATTER_MALFORMED", "There are no fields between the marks.", scalar);
    }
    if (++values > MOST_VALUES) {
      return wrong("YAML_LIMIT", "There are too many fields at the top.", scalar);
    }
    String value = scalar.getValue();
    if (depth == 1 && key == null) {
      key = value;
      keyLine = line(scalar);
      return null;
    }
    if (depth > 1 && mappings.get(depth - 1)) {
      if (innerKeyNext) {
        innerKey = value;
      } else if ("name".equals(innerKey) || "text".equals(innerKey)) {
        found.add(value);
      }
      innerKeyNext = !innerKeyNext;
    } else if (!value.isBlank() && !value.equals("~") && !value.equals("null")) {
      found.add(value);
    }
    if (depth == 1) {
      close();
    }
    return null;
  }

  private @Nullable FieldsRead start(CollectionStartEvent start) {
    if (start.getTag().isPresent()) {
      return unsafe(start);
    }
    boolean mapping = start instanceof MappingStartEvent;
    if ((depth == 0 && !mapping) || (depth == 1 && key == null)) {
      return wrong("FRONT_MATTER_MALFORMED", "There are no fields between the marks.", start);
    }
    if (depth >= DEEPEST) {
      return wrong("NESTING_TOO_DEEP", "The fields at the top are nested too deeply.", start);
    }
    mappings.add(mapping);
    depth++;
    innerKeyNext = true;
    return null;
  }

  private void end() {
    depth--;
    mappings.remove(mappings.size() - 1);
    innerKeyNext = true;
    if (depth == 1) {
      close();
    }
  }

  private void close() {
    fields.add(new Field(FieldNames.canonical(key == null ? "" : key), found, keyLine));
    found.clear();
    key = null;
  }

  private FieldsRead unsafe(Event event) {
    return wrong("YAML_UNSAFE", "A field at the top carries a YAML tag.", event);
  }

  private FieldsRead wrong(String code, String problem, Event event) {
    return new FieldsRead.Unreadable(
        new Rejection(
            code,
            problem,
            "front matter, line " + line(event),
            "Write one field a line, as in headline: Ferries sail again."));
  }

  private int line(Event event) {
    return event.getStartMark().map(mark -> mark.getLine()).orElse(0) + firstLine;
  }
}
