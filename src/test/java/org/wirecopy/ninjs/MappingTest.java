package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirecopy.ninjs.Stories.article;
import static org.wirecopy.ninjs.Stories.published;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;
import org.wirecopy.article.Story;

class MappingTest {
  private final Formats formats = new Formats();

  private String rendered(String template, Story story) {
    formats.register("acme", template);
    return new String(formats.render("acme", story), StandardCharsets.UTF_8);
  }

  @Test
  void templateMakesThePartnersOwnJson() {
    String template =
        """
        {
          "id": uri,
          "rev": $number(version),
          "title": headlines[role="main"].value,
          "text": bodies[contentType="text/plain"].value,
          "deleted": pubStatus = "canceled",
          "event": $action,
          "also": [associations[rel="seeAlso"].{ "id": uri, "title": headlines.value }],
          "none": nothing.of.that
        }
        """;

    assertThat(rendered(template, published(article().build())))
        .isEqualTo(
            "{\"id\":\"tag:newsroom.example,2026:tram\",\"rev\":1,"
                + "\"title\":\"Tram line nine reopens\",\"text\":\"The line opened at noon.\","
                + "\"deleted\":false,\"event\":\"publish\",\"also\":[]}");
    assertThat(rendered(template, Sample.story()))
        .contains(
            "\"also\":[{\"id\":\"tag:newsroom.example,2026:city:quay-opens\","
                + "\"title\":\"Rebuilt quay opens to walkers\"},");
    assertThat(rendered(template, Sample.kill()))
        .contains("\"deleted\":true,\"event\":\"kill\"")
        .doesNotContain("text");
  }

  @Test
  void fixedValuesAreWrittenAsTheyStand() {
    assertThat(
            rendered(
                "{\"a\": 1, \"b\": 1.50, \"c\": true, \"d\": null, \"e\": [], \"f\": 12345678901}",
                Sample.kill()))
        .isEqualTo("{\"a\":1,\"b\":1.5,\"c\":true,\"d\":null,\"e\":[],\"f\":12345678901}");
  }

  @Test
  void faultOfWritingIsReportedWithItsPlace() {
    assertThatThrownBy(
            () -> formats.register("acme", "{\n  \"id\": uri,\n  \"title\" headlines\n}"))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("mapping acme: line 3, column ");
    assertThat(formats.names()).containsExactly("ninjs1", "ninjs3", "superdesk");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"at\": $now()}",
        "{\"at\": $millis()}",
        "{\"n\": $random()}",
        "{\"n\": $shuffle([1,2])}",
        "{\"n\": $eval(\"1\")}",
      })
  void templateThatChangesByItselfIsRefused(String template) {
    assertThatThrownBy(() -> formats.register("acme", template))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("leave it out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uri", "$number(version)", "nothing", "{\"f\": function($x) { $x }}"})
  void templateThatMakesNoJsonDocumentIsRefused(String template) {
    assertThatThrownBy(() -> formats.register("acme", template))
        .isInstanceOf(MappingException.class);
  }

  @Test
  void templateWithoutEndIsStopped() {
    assertThatThrownBy(
            () -> formats.register("acme", "($f := function($x) { $f($x) }; {\"a\": $f(1)})"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("timeout");
    assertThatThrownBy(
            () -> formats.register("acme", "($f := function($x) { 1 + $f($x) }; {\"a\": $f(1)})"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("recursive");
  }

  @Test
  void paddingIsBounded() {
    assertThat(rendered("{\"a\": $pad(\"x\", 3), \"b\": $pad(\"x\", -3)}", Sample.kill()))
        .isEqualTo("{\"a\":\"x  \",\"b\":\"  x\"}");
    assertThat(rendered("{\"a\": $pad(\"x\", 100000000)}", Sample.kill())).hasSize(1_008);
  }

  @Test
  void brokenReplacementLeavesTheOldMappingInPlace() {
    formats.register("acme", "{\"id\": uri}");
    assertThatThrownBy(() -> formats.register("acme", "{")).isInstanceOf(MappingException.class);

    assertThat(formats.render("acme", Sample.kill())).asString().startsWith("{\"id\":\"tag:");
  }

  @Test
  void newMappingTakesEffectAtOnce() {
    assertThat(rendered("{\"id\": uri}", Sample.kill())).startsWith("{\"id\":");
    assertThat(rendered("{\"key\": uri}", Sample.kill())).startsWith("{\"key\":");
  }

  @Test
  void whatATemplateMakesOfTextIsCleanedAgain() {
    Story story = published(article().body(java.util.List.of(Block.paragraph("😀e"))).build());

    assertThat(rendered("{\"a\": bodies[1].value & \"\u0301\"}", story))
        .isEqualTo("{\"a\":\"😀é\"}");
  }
}
