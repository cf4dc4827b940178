package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.wirecopy.intake.inbox.WaitingPictures.Turn;

class WaitingPicturesTest {
  private static final Path INBOX = Path.of("/news/inbox");
  private static final Path HARBOUR = INBOX.resolve("harbour");
  private static final Path PIER = HARBOUR.resolve("pier.jpg");
  private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

  private Instant now = START;
  private final WaitingPictures pictures = new WaitingPictures(Duration.ofSeconds(5), () -> now);

  @Test
  void aPictureThatNobodyComesForIsGivenUpWhenItsTimeIsOver() {
    assertThat(pass(0)).isEqualTo(Turn.WAITS);
    assertThat(pass(4_999)).isEqualTo(Turn.WAITS);
    assertThat(pass(5_000))
        .as("what came at the last moment is not known yet")
        .isEqualTo(Turn.WAITS);
    assertThat(pass(5_100)).isEqualTo(Turn.ALONE);
  }

  @Test
  void aPictureStaysAsLongAsAnArticleThatCameInItsTimeIsToBeRead() {
    pass(0);
    for (int at = 5_000; at < 60_000; at += 5_000) {
      passWith(HARBOUR, START.plusSeconds(3), at);
    }
    assertThat(passWith(HARBOUR, START.plusSeconds(3), 60_000)).isEqualTo(Turn.STAYS);
    assertThat(pass(61_000)).as("it was there a moment ago").isEqualTo(Turn.STAYS);
    assertThat(pass(62_000)).isEqualTo(Turn.ALONE);
  }

  @Test
  void anArticleInAFolderAboveMayNameIt() {
    pass(0);
    passWith(INBOX, START.minusSeconds(90), 5_000);
    passWith(INBOX, START.minusSeconds(90), 6_000);

    assertThat(passWith(INBOX, START.minusSeconds(90), 7_000)).isEqualTo(Turn.STAYS);
  }

  @Test
  void articlesOfLaterAndOfOtherFoldersHoldNothingUp() {
    pass(0);
    for (int at = 5_000; at < 6_000; at += 500) {
      passWith(INBOX.resolve("sports"), START, at);
    }
    assertThat(passWith(HARBOUR, START.plusSeconds(8), 8_000)).isEqualTo(Turn.ALONE);
  }

  @Test
  void aPictureThatIsDroppedAgainHasItsTimeAnew() {
    pass(0);
    now = START.plusSeconds(2);
    pictures.begin();

    assertThat(pass(6_000)).isEqualTo(Turn.WAITS);
    assertThat(pass(8_000)).isEqualTo(Turn.WAITS);
  }

  private Turn pass(int millis) {
    now = START.plusMillis(millis);
    pictures.begin();
    return pictures.picture(INBOX, PIER);
  }

  private Turn passWith(Path folder, Instant modified, int millis) {
    now = START.plusMillis(millis);
    pictures.begin();
    pictures.article(folder, modified.toEpochMilli());
    return pictures.picture(INBOX, PIER);
  }
}
