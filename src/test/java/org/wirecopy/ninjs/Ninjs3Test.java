package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ninjs.Stories.ACCEPTED;
import static org.wirecopy.ninjs.Stories.archived;
import static org.wirecopy.ninjs.Stories.article;
import static org.wirecopy.ninjs.Stories.json;
import static org.wirecopy.ninjs.Stories.published;
import static org.wirecopy.ninjs.Stories.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Subject;

class Ninjs3Test {

  @Test
  void leastStoryHasIdentityStatusHeadlineAndBodyTwice() {
    JsonNode json = json("ninjs3", published(article().build()));

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "uri",
            "type",
            "profile",
            "version",
            "firstCreated",
            "versionCreated",
            "pubStatus",
            "standard",
            "headlines",
            "bodies");
    assertThat(json.get("uri").asText()).isEqualTo("tag:newsroom.example,2026:tram");
    assertThat(json.get("version").isTextual()).isTrue();
    assertThat(json.get("versionCreated").asText()).isEqualTo("2026-05-06T07:08:09.010Z");
    assertThat(json.at("/headlines/0/value").asText()).isEqualTo("Tram line nine reopens");
    assertThat(json.at("/bodies/0/contentType").asText()).isEqualTo("text/html");
    assertThat(json.at("/bodies/0/value").asText()).isEqualTo("<p>The line opened at noon.</p>\n");
    assertThat(json.at("/bodies/1/value").asText()).isEqualTo("The line opened at noon.");
    assertThat(json.at("/bodies/1/wordCount").asInt()).isEqualTo(5);
    assertThat(json.at("/bodies/1/charCount").asInt()).isEqualTo(24);
  }

  @Test
  void statedDatesKeepTheirZone() {
    OffsetDateTime midnight = OffsetDateTime.parse("2021-08-25T00:00:00+05:30");
    JsonNode json =
        json(
            "ninjs3",
            published(
                article()
                    .dateline(new Dateline("PUNE", midnight, Dateline.Precision.DAY))
                    .embargo(OffsetDateTime.parse("2026-11-23T18:00:00+01:00"))
                    .expires(OffsetDateTime.parse("2026-12-23T18:00:00Z"))
                    .build()));

    assertThat(json.get("contentCreated").asText()).isEqualTo("2021-08-25T00:00:00+05:30");
    assertThat(json.get("embargoedUntil").asText()).isEqualTo("2026-11-23T18:00:00+01:00");
    assertThat(json.get("expires").asText()).isEqualTo("2026-12-23T18:00:00Z");
    assertThat(json.get("located").asText()).isEqualTo("PUNE");
  }

  @Test
  void bylineNamesPersonsOrElseADesk() {
    JsonNode persons =
        json(
            "ninjs3",
            published(
                article()
                    .byline(new Byline("A. Roy and B. Sen", List.of("A. Roy", "B. Sen")))
                    .build()));
    JsonNode desk =
        json("ninjs3", published(article().byline(new Byline("Our Bureau", List.of())).build()));

    assertThat(persons.get("by").asText()).isEqualTo("A. Roy and B. Sen");
    assertThat(persons.get("people").findValuesAsText("name")).containsExactly("A. Roy", "B. Sen");
    assertThat(persons.has("organisations")).isFalse();
    assertThat(desk.at("/organisations/0/name").asText()).isEqualTo("Our Bureau");
    assertThat(desk.has("people")).isFalse();
  }

  @Test
  void subjectsSayTheirVocabulary() {
    JsonNode subjects =
        json(
                "ninjs3",
                published(
                    article()
                        .subjects(
                            List.of(
                                new Subject("desk", "sports", null),
                                new Subject("medtop", "15000000", "sport"),
                                new Subject("http://cv.example/t/", "a b", "A"),
                                Subject.tag("trams")))
                        .build()))
            .get("subjects");

    assertThat(subjects.toString())
        .isEqualTo(
            "[{\"name\":\"sports\",\"rel\":\"desk\",\"literal\":\"sports\"},"
                + "{\"name\":\"sport\",\"uri\":\"http://cv.iptc.org/newscodes/mediatopic/15000000\","
                + "\"rel\":\"medtop\",\"literal\":\"15000000\"},"
                + "{\"name\":\"A\",\"uri\":\"http://cv.example/t/a%20b\","
                + "\"rel\":\"http://cv.example/t/\",\"literal\":\"a b\"},"
                + "{\"name\":\"trams\"}]");
  }

  @Test
  void correctionIsLabelledAndPrecedesTheNote() {
    Article corrected =
        article().correction("The line is nine, not six.").edNote("Photo follows.").build();

    assertThat(
            json("ninjs3", story(corrected, Action.CORRECT, Status.USABLE)).get("edNote").asText())
        .isEqualTo("CORRECTION: The line is nine, not six.\nPhoto follows.");
  }

  @Test
  void captionIsAPictureWithoutARendition() {
    JsonNode picture =
        json("ninjs3", published(article().pictures(List.of(Picture.captioned("A tram"))).build()))
            .at("/associations/0");

    assertThat(picture.get("name").asText()).isEqualTo("picture-1");
    assertThat(picture.get("type").asText()).isEqualTo("picture");
    assertThat(picture.get("uri").asText()).matches("urn:wirecopy:picture:[0-9a-f]{20}");
    assertThat(picture.at("/descriptions/0/value").asText()).isEqualTo("A tram");
    assertThat(picture.has("renditions")).isFalse();
  }

  @Test
  void keptPictureIsOfferedUnderTheAddressOfTheHouse() {
    Picture picture =
        new Picture(
            "A tram", "Kit", null, null, new Picture.Media("ab12", "image/jpeg", 4096, 640, 480));
    Formats formats =
        new Formats((story, media) -> "https://house.example/" + media.digest() + "?s=1");
    JsonNode rendition =
        Stories.read(
                formats.render("ninjs3", published(article().pictures(List.of(picture)).build())))
            .at("/associations/0/renditions/0");

    assertThat(rendition.toString())
        .isEqualTo(
            "{\"name\":\"original\",\"href\":\"https://house.example/ab12?s=1\","
                + "\"contentType\":\"image/jpeg\",\"width\":640,\"height\":480,"
                + "\"sizeInBytes\":4096}");
  }

  @Test
  void relatedStoryPointsToTheStoryThatWasSent() {
    RelatedStory quay =
        new RelatedStory(
            "tag:newsroom.example,2026:quay",
            "q1",
            "Quay opens",
            OffsetDateTime.parse("2026-02-20T11:00:00+01:00"),
            "https://newsroom.example/quay",
            true,
            true,
            1,
            "listed");
    JsonNode related =
        json("ninjs3", story(article().build(), Action.PUBLISH, Status.USABLE, quay))
            .at("/associations/0");

    assertThat(related.toString())
        .isEqualTo(
            "{\"name\":\"related-1\",\"rel\":\"seeAlso\",\"uri\":\"tag:newsroom.example,2026:quay\","
                + "\"type\":\"text\",\"versionCreated\":\"2026-02-20T11:00:00+01:00\","
                + "\"headlines\":[{\"role\":\"main\",\"value\":\"Quay opens\"}],"
                + "\"renditions\":[{\"name\":\"web\",\"href\":\"https://newsroom.example/quay\","
                + "\"contentType\":\"text/html\"}]}");
  }

  @Test
  void listedHeadlineThatTheArchiveLacksKeepsHeadlineAndDate() {
    RelatedStory listed =
        new RelatedStory(
            null,
            null,
            "Council votes on",
            OffsetDateTime.parse("2025-11-12T00:00:00+01:00"),
            null,
            true,
            true,
            0,
            "");
    JsonNode related =
        json("ninjs3", story(article().build(), Action.PUBLISH, Status.USABLE, listed))
            .at("/associations/0");

    assertThat(related.get("uri").asText()).isEqualTo("urn:wirecopy:headline:165e0125ae750cb203b7");
    assertThat(related.at("/headlines/0/value").asText()).isEqualTo("Council votes on…");
    assertThat(related.get("versionCreated").asText()).isEqualTo("2025-11-12T00:00:00+01:00");
  }

  @Test
  void killCarriesOnlyWhatReceiversNeedToPurge() {
    Story full = Sample.story();
    Story kill =
        new Story(
            full.uri(),
            3,
            Action.KILL,
            Status.CANCELED,
            ACCEPTED,
            ACCEPTED,
            full.article().toBuilder().edNote("Remove it.").build(),
            full.related());
    JsonNode json = json("ninjs3", kill);

    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "uri",
            "type",
            "profile",
            "version",
            "firstCreated",
            "versionCreated",
            "pubStatus",
            "urgency",
            "language",
            "slugline",
            "edNote",
            "standard",
            "headlines");
    assertThat(json.get("pubStatus").asText()).isEqualTo("canceled");
    assertThat(json.get("headlines")).hasSize(1);
  }

  @Test
  void withheldStoryCarriesNoBodyAndAReleasedOneDoes() {
    JsonNode held = json("ninjs3", story(article().build(), Action.WITHHOLD, Status.WITHHELD));
    JsonNode released = json("ninjs3", story(article().build(), Action.RELEASE, Status.USABLE));

    assertThat(held.get("pubStatus").asText()).isEqualTo("withheld");
    assertThat(held.has("bodies")).isFalse();
    assertThat(released.get("pubStatus").asText()).isEqualTo("usable");
    assertThat(released.has("bodies")).isTrue();
  }

  @Test
  void whatStaysInTheHouseIsNotInIt() {
    Article article =
        article()
            .id("desk-internal-77")
            .partners(List.of("only-this-partner"))
            .alsoRead(List.of(new ListedHeadline("Listed but dropped", false, null, true, null)))
            .build();
    String document =
        json("ninjs3", story(article, Action.PUBLISH, Status.USABLE, archived("urn:x:1", "Shown")))
            .toString();

    assertThat(document)
        .contains("Shown")
        .doesNotContain(
            "desk-internal-77", "only-this-partner", "Listed but dropped", "same event");
  }

  @Test
  void rightsAndDisclosureTravelWithTheStory() {
    JsonNode json =
        json(
            "ninjs3",
            published(
                article()
                    .rights(new Rights("Agency", "AG", "Holder", "© Holder", "No resale"))
                    .digitalSourceType("trainedAlgorithmicMedia")
                    .build()));

    assertThat(json.get("infoSources").findValuesAsText("name")).containsExactly("Agency", "AG");
    assertThat(json.get("copyrightHolder").asText()).isEqualTo("Holder");
    assertThat(json.get("copyrightNotice").asText()).isEqualTo("© Holder");
    assertThat(json.get("usageTerms").asText()).isEqualTo("No resale");
    assertThat(json.at("/digitalSourceType/uri").asText())
        .isEqualTo("http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia");
  }

  @Test
  void headlineOfManyLinesBecomesOne() {
    Article article =
        Article.titled("Tram\r\n line  nine").body(List.of(Block.paragraph("x"))).build();

    assertThat(json("ninjs3", published(article)).at("/headlines/0/value").asText())
        .isEqualTo("Tram line nine");
  }

  @Test
  void sampleIsValidEverywhere() {
    OfficialSchemas.assumePresent();
    for (Story story : List.of(Sample.story(), Sample.kill())) {
      byte[] ninjs3 = new Formats().render("ninjs3", story);
      byte[] ninjs1 = new Formats().render("ninjs1", story);

      assertThat(OfficialSchemas.faults("3.0", ninjs3)).isEmpty();
      assertThat(OfficialSchemas.faults("3.1", ninjs3)).isEmpty();
      assertThat(OfficialSchemas.faults("3.2", ninjs3)).isEmpty();
      assertThat(OfficialSchemas.faults("1.3", ninjs1)).isEmpty();
      assertThat(OfficialSchemas.faults("1.4", ninjs1)).isEmpty();
    }
  }
}
