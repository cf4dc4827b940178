package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirecopy.ninjs.Stories.article;
import static org.wirecopy.ninjs.Stories.published;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Block;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

class FormatsTest {
  private final Formats formats = new Formats();

  @Test
  void builtInFormatsAreKnownByName() {
    assertThat(formats.names()).containsExactly("ninjs1", "ninjs3", "superdesk");
    assertThat(formats.contentType("superdesk")).isEqualTo("application/json");
  }

  @Test
  void unknownFormatIsRefusedWithTheKnownOnes() {
    assertThatThrownBy(() -> formats.render("xml", Sample.story()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no format xml; known are [ninjs1, ninjs3, superdesk]");
    assertThatThrownBy(() -> formats.contentType("xml"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void builtInFormatCannotBeReplaced() {
    assertThatThrownBy(() -> formats.register("ninjs3", "{\"id\": uri}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void mappingCanBeRemoved() {
    formats.register("acme", "{\"id\": uri}");
    assertThat(formats.names()).contains("acme");
    formats.unregister("acme");

    assertThat(formats.names()).doesNotContain("acme");
    assertThatThrownBy(() -> formats.render("acme", Sample.story()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partnersOfAFormatShareTheBytes() {
    assertThat(formats.render("ninjs3", Sample.story()))
        .isSameAs(formats.render("ninjs3", Sample.story()));
    assertThat(formats.render("ninjs1", Sample.story()))
        .isNotEqualTo(formats.render("ninjs3", Sample.story()));
  }

  @Test
  void previewNeverAnswersForTheStoryThatWasAccepted() {
    Story preview = published(article().build());
    Story accepted = published(article().edNote("Changed since.").build());
    formats.render("ninjs3", preview);

    assertThat(formats.render("ninjs3", accepted))
        .isEqualTo(new Formats().render("ninjs3", accepted))
        .isNotEqualTo(formats.render("ninjs3", preview));
  }

  @Test
  void whatIsKeptStaysWithinItsBound() {
    RenderedStories kept = new RenderedStories(64_000);
    Format format = new Ninjs3(PictureLinks.NONE);
    for (int version = 1; version <= 200; version++) {
      Story story = version(version);
      kept.keep(format, story, format.render(story));
      kept.keep(format, story, format.render(story));
      assertThat(kept.size()).isLessThanOrEqualTo(64_000);
    }

    assertThat(kept.find(format, version(200))).isNotNull();
    assertThat(kept.find(format, version(1))).isNull();
  }

  @Test
  void hugeStoryIsNotKept() {
    RenderedStories kept = new RenderedStories(64_000);
    Format format = new Ninjs3(PictureLinks.NONE);
    kept.keep(format, version(1), new byte[8_000]);

    assertThat(kept.find(format, version(1))).isNull();
    assertThat(kept.size()).isZero();
  }

  private static Story version(int version) {
    return new Story(
        "tag:newsroom.example,2026:tram",
        version,
        Action.UPDATE,
        Status.USABLE,
        Instant.EPOCH,
        Instant.EPOCH,
        article().body(List.of(Block.paragraph("Take " + version))).build(),
        List.of());
  }
}
