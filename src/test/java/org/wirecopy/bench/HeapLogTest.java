package org.wirecopy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapLogTest {

  @Test
  void collectionThatWasGivenUpIsNoMeasureOfWhatIsAlive(@TempDir Path folder) throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("gc.log"),
            """
            [60.5s][info][gc] GC(73) Pause Young (Allocation Failure) 178M->130M(185M) 15.5ms
            [61.8s][info][gc] GC(75) Pause Young (Allocation Failure) 180M->180M(185M) 0.1ms
            [62.0s][info][gc] GC(76) Pause Full (Allocation Failure) 180M->51M(185M) 221.7ms
            """);

    assertThat(HeapLog.read(log)).isEqualTo(new HeapLog(180, 130));
  }
}
