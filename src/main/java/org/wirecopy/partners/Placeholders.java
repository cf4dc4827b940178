package org.wirecopy.partners;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.camel.spi.PropertiesComponent;
import org.wirecopy.partners.PartnerFile.PartnerFileException;

/** Puts values in the place of Camel's placeholders, such as {@code {{env:ACME_SECRET}}}. */
final class Placeholders {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{[\\w.:-]+\\}\\}");

  private final PropertiesComponent properties;

  Placeholders(PropertiesComponent properties) {
    this.properties = properties;
  }

  /**
   * The parameters with their placeholders resolved.
   *
   * @throws PartnerFileException names a placeholder that is not set, without what stands around it
   */
  Map<String, String> resolved(Map<String, String> parameters) throws PartnerFileException {
    Map<String, String> resolved = new TreeMap<>();
    for (Map.Entry<String, String> parameter : parameters.entrySet()) {
      String value = parameter.getValue();
      try {
        resolved.put(parameter.getKey(), value.contains("{{") ? properties.parseUri(value) : value);
      } catch (RuntimeException e) {
        throw new PartnerFileException(
            "parameter "
                + parameter.getKey()
                + " names a placeholder that is not set: "
                + unset(value));
      }
    }
    return resolved;
  }

  /** The first placeholder without a value; what stands around it may be a secret. */
  private String unset(String value) {
    return PLACEHOLDER
        .matcher(value)
        .results()
        .map(MatchResult::group)
        .filter(placeholder -> !isSet(placeholder))
        .findFirst()
        .orElse("one that cannot be read");
  }

  private boolean isSet(String placeholder) {
    try {
      properties.parseUri(placeholder);
      return true;
    } catch (RuntimeException unset) {
      return false;
    }
  }
}
