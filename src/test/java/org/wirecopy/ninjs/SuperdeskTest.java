package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.wirecopy.ninjs.Stories.article;
import static org.wirecopy.ninjs.Stories.json;
import static org.wirecopy.ninjs.Stories.published;
import static org.wirecopy.ninjs.Stories.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Status;

class SuperdeskTest {
  private static final Path EXAMPLES = Path.of("../shared/fixtures/formats/ninjs-superdesk");

  /** Ours, beside what the examples happen to have: words that Superdesk stores as they come. */
  private static final Set<String> EXTRA = Set.of("subhead", "also_read");

  @Test
  void storyIsIdentifiedByItsGuid() {
    JsonNode json = json("superdesk", Sample.story());

    assertThat(json.get("guid").asText()).isEqualTo(Sample.story().uri());
    assertThat(json.has("uri")).isFalse();
    assertThat(json.get("versioncreated").asText()).isEqualTo("2026-03-04T08:15:30+0000");
    assertThat(json.get("pubstatus").asText()).isEqualTo("usable");
    assertThat(json.get("priority").asInt()).isEqualTo(4);
    assertThat(json.get("source").asText()).isEqualTo("Lindhavn Press Agency");
    assertThat(json.get("service").toString()).isEqualTo("[{\"code\":\"city\",\"name\":\"City\"}]");
    assertThat(json.get("subject").toString())
        .isEqualTo("[{\"code\":\"20000337\",\"name\":\"water transport\"}]");
    assertThat(json.get("keywords").toString()).isEqualTo("[\"ferries\"]");
    assertThat(json.get("authors").toString())
        .isEqualTo("[{\"name\":\"Mira Solheim\",\"role\":\"author\"}]");
    assertThat(json.get("readtime").asInt()).isEqualTo(1);
  }

  @Test
  void everyPropertyIsOneThatSuperdeskItselfWrites() throws IOException {
    assumeTrue(Files.isDirectory(EXAMPLES), "Superdesk's examples are not here: " + EXAMPLES);
    Set<String> known = new TreeSet<>(EXTRA);
    for (String example :
        new String[] {
          "ninjs1", "ninjs2", "ninjs3", "ninjs4", "ninjs5", "ninjs6", "ninjs_embargoed"
        }) {
      names(Stories.read(Files.readAllBytes(EXAMPLES.resolve(example + ".json"))), known);
    }
    Set<String> ours = new TreeSet<>();
    names(json("superdesk", Sample.story()), ours);
    names(json("superdesk", Sample.kill()), ours);
    ours.removeIf(name -> name.startsWith("related--"));

    assertThat(known).containsAll(ours);
  }

  private static void names(JsonNode node, Set<String> names) {
    for (Iterator<Map.Entry<String, JsonNode>> fields = node.fields(); fields.hasNext(); ) {
      Map.Entry<String, JsonNode> field = fields.next();
      names.add(field.getKey());
      names(field.getValue(), names);
    }
    if (node.isArray()) {
      node.forEach(item -> names(item, names));
    }
  }

  @Test
  void firstPictureIsTheFeatureMedia() {
    JsonNode picture = json("superdesk", Sample.story()).at("/associations/featuremedia");

    assertThat(picture.get("type").asText()).isEqualTo("picture");
    assertThat(picture.get("body_text").asText()).isEqualTo("A white ferry with its bow door open");
    assertThat(picture.at("/renditions/original/href").asText())
        .isEqualTo("https://pictures.newsroom.example/alken.jpg");
    assertThat(picture.at("/renditions/original/media").asText()).matches("[0-9a-f]{20}");
  }

  @Test
  void aKeptPictureIsTheReceiversToFetch() {
    Picture.Media media = new Picture.Media("ab12", "image/jpeg", 4096, 640, 480);
    Picture tram = new Picture("A tram", "Kit", null, "https://old.example/t.jpg", null);
    Picture depot = new Picture(null, null, null, null, media);
    Formats formats =
        new Formats((story, kept) -> "https://house.example/" + kept.digest() + "?s=1");

    JsonNode associations =
        Stories.read(
                formats.render(
                    "superdesk", published(article().pictures(List.of(tram, depot)).build())))
            .get("associations");

    assertThat(associations.at("/featuremedia/renditions/original/href").asText())
        .isEqualTo("https://old.example/t.jpg");
    JsonNode original = associations.at("/picture--2/renditions/original");
    assertThat(original.get("href").asText()).isEqualTo("https://house.example/ab12?s=1");
    assertThat(original.get("mimetype").asText()).isEqualTo("image/jpeg");
    assertThat(original.get("width").asInt()).isEqualTo(640);
    assertThat(original.get("height").asInt()).isEqualTo(480);
    assertThat(original.get("media").asText()).matches("[0-9a-f]{20}");
  }

  @Test
  void onlyArchivedStoriesBecomeItemsOfTheReceiver() {
    JsonNode json = json("superdesk", Sample.story());

    assertThat(json.get("associations").fieldNames())
        .toIterable()
        .containsExactly("featuremedia", "related--1");
    assertThat(json.at("/associations/related--1/guid").asText())
        .isEqualTo("tag:newsroom.example,2026:city:quay-opens");
    assertThat(json.at("/extra/also_read").asText())
        .isEqualTo("Council votes on night sailings after a long… (2025-11-12)");
  }

  @Test
  void killIsTheSameGuidCanceled() {
    JsonNode kill = json("superdesk", Sample.kill());

    assertThat(kill.get("guid").asText()).isEqualTo(Sample.story().uri());
    assertThat(kill.get("version").asText()).isEqualTo("2");
    assertThat(kill.get("pubstatus").asText()).isEqualTo("canceled");
    assertThat(kill.fieldNames())
        .toIterable()
        .doesNotContain("body_html", "associations", "extra", "byline", "description_text");
  }

  @Test
  void heldStoryIsUnpublishedAndAReleasedOneUsable() {
    assertThat(
            json("superdesk", story(article().build(), Action.WITHHOLD, Status.WITHHELD))
                .get("pubstatus")
                .asText())
        .isEqualTo("unpublished");
    assertThat(
            json("superdesk", story(article().build(), Action.RELEASE, Status.USABLE))
                .get("pubstatus")
                .asText())
        .isEqualTo("usable");
  }

  @Test
  void correctionIsAUsableVersionWithItsNote() {
    JsonNode json =
        json(
            "superdesk",
            story(article().correction("Nine, not six.").build(), Action.CORRECT, Status.USABLE));

    assertThat(json.get("pubstatus").asText()).isEqualTo("usable");
    assertThat(json.get("ednote").asText()).isEqualTo("CORRECTION: Nine, not six.");
  }

  @Test
  void whatReceiversRequireIsThereEvenIfTheFileDoesNotStateIt() {
    JsonNode json = json("superdesk", published(article().build()));

    assertThat(json.get("language").asText()).isEqualTo("und");
    assertThat(json.get("slugline").asText()).isEqualTo("Tram line nine reopens");
    assertThat(json.get("priority").asInt()).isEqualTo(5);
  }

  @Test
  void bylineFitsTheReceiversColumn() {
    String byline =
        json(
                "superdesk",
                published(
                    article().byline(new Byline("😀".repeat(300), java.util.List.of())).build()))
            .get("byline")
            .asText();

    assertThat(byline.codePointCount(0, byline.length())).isEqualTo(255);
    assertThat(byline).endsWith("😀…");
  }
}
