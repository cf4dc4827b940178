package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.wirecopy.ninjs.Stories.article;
import static org.wirecopy.ninjs.Stories.published;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
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
    byte[] first = kept.of(format, version(1), 0);
    for (int version = 2; version <= 200; version++) {
      byte[] bytes = kept.of(format, version(version), 0);
      assertThat(kept.of(format, version(version), 0)).isSameAs(bytes);
      assertThat(kept.size()).isLessThanOrEqualTo(64_000);
    }

    assertThat(kept.of(format, version(1), 0)).isNotSameAs(first).isEqualTo(first);
  }

  @Test
  void partnersServedAtTheSameMomentShareOneRendering() throws Exception {
    RenderedStories kept = new RenderedStories(64_000);
    AtomicInteger renderings = new AtomicInteger();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Format slow =
        story -> {
          renderings.incrementAndGet();
          begun.countDown();
          try {
            goOn.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          return new byte[100];
        };
    CompletableFuture<byte[]> first =
        CompletableFuture.supplyAsync(() -> kept.of(slow, version(1), 0), FormatsTest::start);
    begun.await();
    AtomicReference<byte[]> answer = new AtomicReference<>();
    Thread second = start(() -> answer.set(kept.of(slow, version(1), 0)));
    await().until(() -> second.getState() == Thread.State.BLOCKED);
    goOn.countDown();
    second.join();

    assertThat(answer.get()).isSameAs(first.get());
    assertThat(renderings).hasValue(1);
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }

  @Test
  void whenTheAddressesOfItsPicturesStepOnAStoryIsRenderedAnew() {
    long[] step = {0};
    Formats formats =
        new Formats(
            new PictureLinks() {
              @Override
              public String href(Story story, Picture.Media media) {
                return "https://house.example/picture?expires=" + step[0];
              }

              @Override
              public long step(Story story) {
                return step[0];
              }
            });
    Picture.Media media = new Picture.Media("ab12", "image/jpeg", 4096, 640, 480);
    Story story =
        published(article().pictures(List.of(new Picture(null, null, null, null, media))).build());

    byte[] before = formats.render("ninjs3", story);
    assertThat(formats.render("ninjs3", story)).isSameAs(before);
    step[0] = 1;

    assertThat(new String(formats.render("ninjs3", story), StandardCharsets.UTF_8))
        .contains("expires=1");
  }

  @Test
  void hugeStoryIsNotKept() {
    RenderedStories kept = new RenderedStories(64_000);
    Format huge = story -> new byte[8_000];

    assertThat(kept.of(huge, version(1), 0)).isNotSameAs(kept.of(huge, version(1), 0));
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
