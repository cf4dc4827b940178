package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.RelatedStory;

class RelatedJsonTest {
  private final RelatedJson json =
      new RelatedJson("tag:island.example,2031:", ZoneId.of("Europe/Athens"));

  @Test
  void readsALookupAsAnImportLine() {
    Query query =
        json.query(
            """
            {"id": "ferry-sinks", "title": "Ferry sinks", "body": "It sank.", "date": "2031-03-04",
             "source": "Island Courier", "language": "en", "asOf": "2031-03-05",
             "alsoRead": [{"headline": "Reef charted anew...", "date": "2031-02-01"},
                          {"headline": "Fog again"}]}
            """);
    assertThat(query.uri()).isEqualTo("tag:island.example,2031:ferry-sinks");
    assertThat(query.id()).isEqualTo("ferry-sinks");
    assertThat(query.headline()).isEqualTo("Ferry sinks");
    assertThat(query.text()).isEqualTo("It sank.");
    assertThat(query.date()).isEqualTo(OffsetDateTime.parse("2031-03-04T00:00:00+02:00"));
    assertThat(query.asOf())
        .as("a day lasts until its end")
        .isEqualTo(OffsetDateTime.parse("2031-03-05T23:59:59+02:00"));
    assertThat(query.source()).as("who published it limits nothing").isNull();
    assertThat(query.listed())
        .extracting(ListedHeadline::headline, ListedHeadline::dayOnly)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Reef charted anew...", true),
            org.assertj.core.groups.Tuple.tuple("Fog again", false));
  }

  @Test
  void readsALookupAsNinjs3() {
    Query query =
        json.query(
            """
            {"uri": "urn:x:1", "pubStatus": "usable", "versionCreated": "2031-03-04T09:00:00Z",
             "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry sinks"}],
             "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>It sank &amp; rose.</p>"}],
             "associations": [
               {"name": "picture-1", "uri": "urn:p", "rel": "featured", "headlines": [{"value": "A reef"}]},
               {"name": "related-1", "uri": "urn:r", "rel": "seeAlso", "headlines": [{"value": "Fog again"}],
                "versionCreated": "2031-03-01T00:00:00Z"}]}
            """);
    assertThat(query.uri()).isEqualTo("urn:x:1");
    assertThat(query.headline()).isEqualTo("Ferry sinks");
    assertThat(query.text()).contains("It sank & rose.").doesNotContain("<p>");
    assertThat(query.listed()).extracting(ListedHeadline::headline).containsExactly("Fog again");
  }

  @Test
  void readsALookupAsNinjs1() {
    Query query =
        json.query(
            """
            {"uri": "urn:x:1", "headline": "Ferry sinks", "body_text": "It sank.",
             "versioncreated": "2031-03-04T09:00:00Z"}
            """);
    assertThat(query.headline()).isEqualTo("Ferry sinks");
    assertThat(query.text()).isEqualTo("It sank.");
    assertThat(query.date()).isEqualTo(OffsetDateTime.parse("2031-03-04T09:00:00Z"));
  }

  @Test
  void aRequestReadsBackAsTheSameQuery() {
    Query query =
        Newsroom.asking(Newsroom.FERRY_SINKS)
            .withId("ferry-sinks")
            .withAsOf(OffsetDateTime.parse("2031-03-05T00:00:00Z"))
            .withListed(
                List.of(
                    new ListedHeadline(
                        "Reef \"charted\"",
                        true,
                        OffsetDateTime.parse("2031-03-01T00:00:00+02:00"),
                        true,
                        "https://x.example/1")));
    assertThat(json.query(json.request(query))).isEqualTo(query);
  }

  @Test
  void anAnswerReadsBackTheSame() {
    RelatedStory found =
        new RelatedStory(
            "tag:island.example,2031:a",
            "a",
            "Fog “again”",
            OffsetDateTime.parse("2031-03-01T08:00:00Z"),
            "https://x.example/a",
            false,
            false,
            0.731,
            "shares fog; 3 days earlier");
    RelatedStory printed =
        new RelatedStory(null, null, "Reef charted", null, null, true, true, 0, "not found");
    String answer = json.answer(List.of(printed, found));
    assertThat(answer)
        .contains("\"listed\":true", "\"score\":0.731", "\"date\":\"2031-03-01T08:00:00Z\"");
    assertThat(json.answer(answer)).containsExactly(printed, found);
  }

  @Test
  void aLineReadsBackAsTheSameStory() {
    for (ArchiveStory story : Newsroom.all()) {
      assertThat(json.story(json.line(story))).isEqualTo(story);
    }
    ArchiveStory dayOnly = json.story("{\"id\":\"x\",\"title\":\"X\",\"date\":\"2031-03-04\"}");
    assertThat(dayOnly.dayOnly()).isTrue();
    assertThat(json.story(json.line(dayOnly))).isEqualTo(dayOnly);
  }

  @Test
  void aLineWithoutIdIsKnownByItsAddress() {
    ArchiveStory story = json.story("{\"title\":\"X\",\"url\":\"https://x.example/1\"}");
    assertThat(story.uri()).isEqualTo("https://x.example/1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"title\":            | line 1",
        "[]                     | must be a JSON object, not an array",
        "{}                     | needs \"title\" or \"body\"",
        "{\"title\": [1]}       | \"title\" must be a string, not an array",
        "{\"title\": \"a\", \"date\": \"yesterday\"} | \"date\" must be a date",
        "{\"title\": \"a\", \"date\": \"2031-02-30\"} | \"date\" must be a date",
        "{\"title\": \"a\", \"alsoRead\": \"b\"} | \"alsoRead\" must be an array, not a string",
        "{\"title\": \"a\", \"alsoRead\": [{}]} | needs a \"headline\"",
        "{\"title\": \"a\"} x   | line 1",
      })
  void saysWhatIsWrongWithALookup(String request, String fault) {
    assertThatThrownBy(() -> json.query(request))
        .isInstanceOf(UnreadableJson.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"id\": \"1\"} | title", "{\"title\": \"a\"} | url", "\"a\" | not a string"})
  void saysWhatIsWrongWithALine(String line, String fault) {
    assertThatThrownBy(() -> json.story(line))
        .isInstanceOf(UnreadableJson.class)
        .hasMessageContaining(fault);
  }

  @ParameterizedTest
  @CsvSource({
    "2031-03-04T09:00:00Z,2031-03-04T09:00:00Z",
    "2031-03-04T09:00:00+05:30,2031-03-04T09:00:00+05:30",
    "2031-03-04T09:00,2031-03-04T09:00:00+02:00",
    "2031-07-04 09:00:00,2031-07-04T09:00:00+03:00",
    "2031-07-04,2031-07-04T00:00:00+03:00",
  })
  void readsTimesWithAndWithoutOffset(String stated, String expected) {
    assertThat(json.listed("A headline", stated).date()).isEqualTo(OffsetDateTime.parse(expected));
  }
}
