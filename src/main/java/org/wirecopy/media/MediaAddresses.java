package org.wirecopy.media;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Story;

/**
 * The addresses under which partners fetch pictures: signed, for one story, and ending.
 *
 * <p>Their end does not move with every rendering, since a delivery that is tried again must have
 * the same bytes. It is counted from the version's own time, or from its embargo if that is later,
 * and steps on by half the validity: an address is good for the whole validity when a version is
 * new, and for at least half of it whenever one is sent again.
 */
public final class MediaAddresses {
  private final MediaKey key;
  private final Duration valid;
  private final InstantSource clock;
  private final Supplier<String> base;
  private final BiPredicate<String, Instant> kept;

  /**
   * @param valid for how long an address is good
   * @param base what addresses begin with, without a slash at the end; asked at each address
   * @param kept told with each address that the picture of a digest is needed until then; false if
   *     it is not kept any more
   */
  public MediaAddresses(
      MediaKey key,
      Duration valid,
      InstantSource clock,
      Supplier<String> base,
      BiPredicate<String, Instant> kept) {
    this.key = key;
    this.valid = valid;
    this.clock = clock;
    this.base = base;
    this.kept = kept;
  }

  /** How often the end of a story's addresses has stepped on; 0 if it has no picture of ours. */
  public long step(Story story) {
    return story.article().pictures().stream().anyMatch(picture -> picture.media() != null)
        ? steps(story)
        : 0;
  }

  /** The address of a story's picture, or null if it is not kept any more or not given out. */
  public @Nullable String of(Story story, Picture.Media media) {
    MediaType type = MediaType.of(media.contentType());
    if (type == null) {
      return null;
    }
    String file = new MediaType.File(media.digest(), type).toString();
    long expires = from(story).plus(valid).plus(half().multipliedBy(steps(story))).getEpochSecond();
    if (!kept.test(media.digest(), Instant.ofEpochSecond(expires))) {
      return null;
    }
    return base.get()
        + "/pictures/"
        + file
        + "?story="
        + URLEncoder.encode(story.uri(), StandardCharsets.UTF_8)
        + "&expires="
        + expires
        + "&signature="
        + key.sign(file, story.uri(), expires);
  }

  private long steps(Story story) {
    Duration age = Duration.between(from(story), clock.instant());
    return age.isNegative() ? 0 : age.dividedBy(half());
  }

  private Duration half() {
    return valid.dividedBy(2);
  }

  private static Instant from(Story story) {
    OffsetDateTime embargo = story.article().embargo();
    Instant created = story.versionCreated();
    return embargo != null && embargo.toInstant().isAfter(created) ? embargo.toInstant() : created;
  }
}
