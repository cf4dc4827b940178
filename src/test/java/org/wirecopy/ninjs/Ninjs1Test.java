package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ninjs.Stories.json;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class Ninjs1Test {

  @Test
  void storyHasTheFlatNames() {
    JsonNode json = json("ninjs1", Sample.story());

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "uri",
            "type",
            "version",
            "urgency",
            "headline",
            "firstcreated",
            "versioncreated",
            "pubstatus",
            "language",
            "slugline",
            "$standard",
            "byline",
            "headline_subhead",
            "located",
            "description_text",
            "body_html",
            "charcount",
            "wordcount",
            "body_text",
            "person",
            "subject",
            "genre",
            "copyrightholder",
            "copyrightnotice",
            "usageterms",
            "infosource",
            "renditions",
            "associations");
    assertThat(json.at("/renditions/web/mimetype").asText()).isEqualTo("text/html");
    assertThat(json.at("/associations").fieldNames())
        .toIterable()
        .containsExactly("picture_1", "related_1", "related_2");
  }

  @Test
  void subjectsNameTheirVocabularyAsAUri() {
    assertThat(json("ninjs1", Sample.story()).get("subject").toString())
        .isEqualTo(
            "[{\"name\":\"City\",\"scheme\":\"urn:wirecopy:scheme:desk\",\"code\":\"city\"},"
                + "{\"name\":\"water transport\","
                + "\"scheme\":\"http://cv.iptc.org/newscodes/mediatopic/\",\"code\":\"20000337\"},"
                + "{\"name\":\"ferries\"}]");
  }

  @Test
  void killHasNoBody() {
    JsonNode kill = json("ninjs1", Sample.kill());

    assertThat(kill.get("pubstatus").asText()).isEqualTo("canceled");
    assertThat(kill.get("version").asText()).isEqualTo("2");
    assertThat(kill.get("ednote").asText()).contains("remove all versions");
    assertThat(kill.fieldNames())
        .toIterable()
        .doesNotContain("body_html", "body_text", "associations", "renditions", "byline");
  }
}
