package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.intake.Rejection;

class FolderFilesTest {
  private static final InboxSettings SETTINGS =
      new InboxSettings(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofSeconds(5),
          List.of(".part"),
          1 << 10,
          Duration.ofSeconds(5),
          ZoneOffset.UTC);

  @TempDir Path folder;

  @Test
  void whatWouldBeTakenIsNeitherUnfinishedNorTheReasonOfARejection() throws IOException {
    String reason =
        new Rejection("TOO_LARGE", "The file has 45 MB.", "line 2", "Leave something out.")
            .explained();
    Files.writeString(folder.resolve("big.txt"), "Storm\n\nThe port is shut.\n");
    Files.writeString(folder.resolve("big.txt.reason.txt"), reason + "\n");
    Files.writeString(folder.resolve("reason.txt"), reason + "\n");
    Files.writeString(folder.resolve("my.reason.txt"), "Why the port is shut\n\nA storm.\n");
    Files.writeString(folder.resolve("next.txt.part"), "Half a");

    assertThat(FolderFiles.below(folder, SETTINGS))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("big.txt", "my.reason.txt", "reason.txt");
  }
}
