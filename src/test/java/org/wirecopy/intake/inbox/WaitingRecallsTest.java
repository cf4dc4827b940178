package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class WaitingRecallsTest {
  private static final Path KILL = Path.of("inbox/storm-kill.txt");
  private static final Path STORY = Path.of("inbox/storm.txt");

  private final WaitingRecalls recalls = new WaitingRecalls();

  @Test
  void aKillThatLiesThereAloneWaitsForOnePass() {
    pass(KILL);
    recalls.add(KILL);
    assertThat(recalls.hasWaited(KILL)).isFalse();
    pass(KILL);
    assertThat(recalls.hasWaited(KILL)).as("the pass goes on").isFalse();
    pass(KILL);
    assertThat(recalls.hasWaited(KILL)).isTrue();
  }

  @Test
  void aKillWaitsUntilWhatLayThereWithItIsGone() {
    pass(STORY, KILL);
    recalls.add(KILL);
    for (int passes = 0; passes < 5; passes++) {
      pass(STORY, KILL);
      recalls.add(KILL);
      assertThat(recalls.hasWaited(KILL)).isFalse();
    }
    pass(KILL);
    pass(KILL);
    assertThat(recalls.hasWaited(KILL)).isTrue();
  }

  @Test
  void whatIsDroppedLaterHoldsNoKillUp() {
    pass(KILL);
    recalls.add(KILL);
    pass(KILL);
    for (int drop = 0; drop < 3; drop++) {
      pass(Path.of("inbox/later" + drop + ".txt"), KILL);
    }
    assertThat(recalls.hasWaited(KILL)).isTrue();
  }

  @Test
  void killsDoNotWaitForOneAnother() {
    Path other = Path.of("inbox/gale-kill.txt");
    pass(KILL, other);
    recalls.add(KILL);
    recalls.add(other);
    pass(KILL, other);
    pass(KILL, other);
    assertThat(recalls.hasWaited(KILL)).isTrue();
    assertThat(recalls.hasWaited(other)).isTrue();
  }

  @Test
  void whatIsDoneWithWaitsNoMore() {
    pass(KILL);
    recalls.add(KILL);
    assertThat(recalls.waits(KILL)).isTrue();
    recalls.remove(KILL);
    assertThat(recalls.waits(KILL)).isFalse();
    assertThat(recalls.hasWaited(KILL)).isFalse();
  }

  private void pass(Path... files) {
    recalls.begin();
    for (Path file : files) {
      recalls.met(file);
    }
  }
}
