package org.wirecopy.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

class MediaAddressesTest {
  private static final Instant CREATED = Instant.parse("2026-11-23T10:00:00.250Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static final Picture.Media HARBOUR =
      new Picture.Media("ab".repeat(32), "image/jpeg", 4096, 640, 480);

  private final Map<String, Instant> needed = new HashMap<>();
  private Instant now = CREATED;
  private boolean removed;
  private final MediaAddresses addresses =
      new MediaAddresses(
          MediaKey.sample(),
          Duration.ofDays(14),
          () -> now,
          () -> "https://news.example/wire",
          (digest, until) -> needed.put(digest, until) != null || !removed);

  @Test
  void anAddressNamesThePictureTheStoryTheEndAndTheSignature() {
    String address = addresses.of(story(null), HARBOUR);

    assertThat(address)
        .startsWith(
            "https://news.example/wire/pictures/"
                + "ab".repeat(32)
                + ".jpg?story=tag%3Anewsroom.example%2C2026%3Aharbour%2Fstorm&expires=")
        .matches(".*&signature=[A-Za-z0-9_-]{43}");
    assertThat(expires(address)).isEqualTo(Instant.parse("2026-12-07T10:00:00Z"));
  }

  @Test
  void aStoryThatIsSentAgainHasTheSameAddressUntilHalfOfItsTimeIsOver() {
    String first = addresses.of(story(null), HARBOUR);
    now = CREATED.plus(DAY.multipliedBy(7)).minusMillis(1);
    assertThat(addresses.of(story(null), HARBOUR)).isEqualTo(first);
    assertThat(addresses.step(story(null))).isZero();

    now = CREATED.plus(DAY.multipliedBy(7));
    assertThat(addresses.step(story(null))).isEqualTo(1);
    assertThat(expires(addresses.of(story(null), HARBOUR)))
        .isEqualTo(Instant.parse("2026-12-14T10:00:00Z"));
  }

  @Test
  void atLeastHalfOfTheTimeRemainsHoweverOldTheVersionIs() {
    for (int hours = 0; hours < 3_000; hours += 5) {
      now = CREATED.plus(Duration.ofHours(hours));
      Duration left = Duration.between(now, expires(addresses.of(story(null), HARBOUR)));
      assertThat(left).isBetween(DAY.multipliedBy(7).minusSeconds(1), DAY.multipliedBy(14));
    }
  }

  @Test
  void underEmbargoTheTimeBeginsWhenItEnds() {
    OffsetDateTime embargo = CREATED.plus(DAY.multipliedBy(30)).atOffset(ZoneOffset.ofHours(5));

    assertThat(expires(addresses.of(story(embargo), HARBOUR)))
        .isEqualTo(Instant.parse("2027-01-06T10:00:00Z"));
    now = embargo.toInstant().plus(DAY);
    assertThat(expires(addresses.of(story(embargo), HARBOUR)))
        .isEqualTo(Instant.parse("2027-01-06T10:00:00Z"));
  }

  @Test
  void whoHasAnAddressIsWhyAPictureIsNeeded() {
    String address = addresses.of(story(null), HARBOUR);

    assertThat(needed).containsExactly(Map.entry(HARBOUR.digest(), expires(address)));
  }

  @Test
  void aPictureThatIsNotKeptAnyMoreHasNoAddress() {
    removed = true;

    assertThat(addresses.of(story(null), HARBOUR)).isNull();
  }

  @Test
  void aKindThatIsNotGivenOutHasNoAddress() {
    Picture.Media drawing = new Picture.Media("ab".repeat(32), "image/svg+xml", 40, 0, 0);

    assertThat(addresses.of(story(null), drawing)).isNull();
  }

  @Test
  void aStoryWithoutPicturesIsNeverRenderedAnewForThem() {
    now = CREATED.plus(DAY.multipliedBy(100));

    assertThat(addresses.step(story(null))).isEqualTo(14);
    assertThat(addresses.step(story(null, List.of(Picture.captioned("The pier"))))).isZero();
  }

  private static Instant expires(@Nullable String address) {
    String query = URI.create(String.valueOf(address)).getQuery();
    return Instant.ofEpochSecond(Long.parseLong(query.replaceAll(".*expires=([0-9]+).*", "$1")));
  }

  private static Story story(@Nullable OffsetDateTime embargo) {
    return story(embargo, List.of(new Picture("The pier", null, null, null, HARBOUR)));
  }

  private static Story story(@Nullable OffsetDateTime embargo, List<Picture> pictures) {
    return new Story(
        "tag:newsroom.example,2026:harbour/storm",
        1,
        Action.PUBLISH,
        Status.USABLE,
        CREATED,
        CREATED,
        Article.titled("Storm").pictures(pictures).embargo(embargo).build(),
        List.of());
  }
}
