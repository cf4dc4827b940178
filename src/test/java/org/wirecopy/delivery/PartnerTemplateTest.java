package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The route template tells every parameter of a partner file, with the default that counts. */
class PartnerTemplateTest {

  @Test
  void theTemplateDescribesEachParameterWithItsDefault() throws IOException {
    Map<String, Object> told = new LinkedHashMap<>();
    for (Map<?, ?> parameter : parameters()) {
      assertThat(String.valueOf(parameter.get("description"))).hasSizeGreaterThan(10);
      Object otherwise =
          Boolean.FALSE.equals(parameter.get("required"))
              ? ""
              : parameter.containsKey("defaultValue")
                  ? parameter.get("defaultValue")
                  : "must be given";
      told.put(String.valueOf(parameter.get("name")), otherwise);
    }
    Map<String, Object> known = new LinkedHashMap<>();
    known.put("name", "must be given");
    for (PartnerParameter parameter : PartnerParameters.all()) {
      known.put(parameter.name(), parameter.defaultValue());
    }
    known.putAll(Map.of("endpoint", "must be given", "secret", "must be given"));
    assertThat(told).containsExactlyEntriesOf(known);
  }

  private static List<Map<?, ?>> parameters() throws IOException {
    String yaml = Files.readString(Path.of("routes/delivery.camel.yaml"));
    Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
    Map<?, ?> template =
        list(document).stream().filter(item -> item.containsKey("routeTemplate")).findFirst().get();
    return list(map(template.get("routeTemplate")).get("parameters"));
  }

  private static Map<?, ?> map(Object value) {
    return (Map<?, ?>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<?, ?>> list(Object value) {
    return (List<Map<?, ?>>) value;
  }
}
