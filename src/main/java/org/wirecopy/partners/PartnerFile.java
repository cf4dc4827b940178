package org.wirecopy.partners;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * One file of {@code routes/partners}: an instance of the route template {@code partner}, in
 * Camel's YAML DSL. Its name is the partner's name.
 *
 * @param name the partner's name
 * @param parameters the template's parameters as written, placeholders unresolved
 * @param text the whole file as written
 */
record PartnerFile(String name, Map<String, String> parameters, String text) {
  static final String SUFFIX = ".camel.yaml";
  private static final String TEMPLATE = "partner";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,62}");

  /** A partner file that cannot be used; the message says what is wrong, without secrets. */
  static final class PartnerFileException extends Exception {
    private static final long serialVersionUID = 1L;

    PartnerFileException(String message) {
      super(message);
    }
  }

  /** The partner that a file describes, or empty if it is no partner file by its name. */
  static Optional<String> nameOf(Path file) {
    String fileName = String.valueOf(file.getFileName());
    return fileName.endsWith(SUFFIX) && !fileName.startsWith(".")
        ? Optional.of(fileName.substring(0, fileName.length() - SUFFIX.length()))
        : Optional.empty();
  }

  /**
   * Reads a partner file.
   *
   * @throws PartnerFileException if what stands in it cannot be used
   * @throws IOException if it cannot be read, which may pass
   */
  static PartnerFile read(Path file) throws PartnerFileException, IOException {
    String name = nameOf(file).orElseThrow();
    if (!NAME.matcher(name).matches()) {
      throw new PartnerFileException(
          "a partner's name may have letters, digits, dots, dashes and underscores, not \""
              + name
              + "\"");
    }
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return new PartnerFile(name, parameters(text), text);
    } catch (MarkedYamlEngineException e) {
      String where =
          e.getProblemMark()
              .map(
                  mark ->
                      "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1) + ": ")
              .orElse("");
      throw new PartnerFileException("not valid YAML, " + where + e.getProblem());
    } catch (YamlEngineException e) {
      throw new PartnerFileException("not valid YAML: " + e.getMessage());
    } catch (CharacterCodingException e) {
      throw new PartnerFileException("its text is not UTF-8");
    }
  }

  private static Map<String, String> parameters(String yaml) throws PartnerFileException {
    LoadSettings settings = LoadSettings.builder().setAllowDuplicateKeys(false).build();
    Object document = new Load(settings).loadFromString(yaml);
    if (!(document instanceof List<?> items) || items.size() != 1) {
      throw new PartnerFileException("must be a YAML list with exactly one templatedRoute");
    }
    Map<?, ?> templated = mapAt(items.get(0), "templatedRoute");
    if (!TEMPLATE.equals(templated.get("routeTemplateRef"))) {
      throw new PartnerFileException(
          "templatedRoute must have routeTemplateRef: partner, not "
              + templated.get("routeTemplateRef"));
    }
    for (Object key : templated.keySet()) {
      if (!List.of("routeTemplateRef", "routeId", "parameters").contains(key)) {
        throw new PartnerFileException(
            "templatedRoute knows routeTemplateRef and parameters, not \"" + key + "\"");
      }
    }
    return parameters(templated.get("parameters"));
  }

  private static Map<String, String> parameters(@Nullable Object listed)
      throws PartnerFileException {
    if (!(listed instanceof List<?> entries)) {
      throw new PartnerFileException("parameters must be a list of name and value");
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (Object entry : entries) {
      if (!(entry instanceof Map<?, ?> pair)
          || !(pair.get("name") instanceof String name)
          || pair.get("value") == null
          || pair.size() != 2) {
        throw new PartnerFileException(
            "parameter "
                + (parameters.size() + 1)
                + " must have a name and a value, and nothing else");
      }
      if (parameters.put(name, String.valueOf(pair.get("value"))) != null) {
        throw new PartnerFileException("parameter " + name + " is given twice");
      }
    }
    return parameters;
  }

  private static Map<?, ?> mapAt(@Nullable Object item, String key) throws PartnerFileException {
    if (item instanceof Map<?, ?> map
        && map.size() == 1
        && map.get(key) instanceof Map<?, ?> inner) {
      return inner;
    }
    throw new PartnerFileException("its one entry must be a " + key);
  }
}
