package org.wirecopy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StorageTest {
  @TempDir Path folder;

  @Test
  void withRoomAndALedgerThatCanBeWrittenStoriesCanBeKept() {
    assertThat(new Storage(folder, 1, () -> null).fault()).isNull();
  }

  @Test
  void withTooLittleRoomTheyCannot() {
    assertThat(new Storage(folder, Long.MAX_VALUE, () -> null).fault()).contains("disk is full");
  }

  @Test
  void whatTheLedgerSaysIsForTheLogSinceAnybodyMayAsk() {
    assertThat(new Storage(folder, 1, () -> "The ledger /srv/desk/ledger.db is locked").fault())
        .contains("ledger could not be written")
        .doesNotContain("/srv");
  }

  @Test
  void aFolderThatIsGoneIsNoPlaceForStories() {
    assertThat(new Storage(folder.resolve("gone"), 1, () -> null).fault()).contains("data folder");
  }
}
