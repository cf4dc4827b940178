package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real house on a small disk of its own that fills up; needs the right to mount one. */
class FullDiskTest {
  private static final Duration MOST_WAIT = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectories(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
        "Skipped: no right to mount a disk");
  }

  @AfterEach
  void unmount() throws Exception {
    run("umount", "-l", disk.toString());
  }

  @Test
  void itSaysThatItIsNotReadyAndIsReadyAgainWhenThereIsRoom() throws Exception {
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder)
                .with("WIRECOPY_DATA", disk.toString())
                .partner("acme", acme.url())
                .open()) {
      house.drop("storm.txt", "Storm closes port\n\nThe port stayed shut on Friday.\n");
      await().atMost(MOST_WAIT).until(() -> acme.pushes().size() == 1);
      assertThat(house.get("/health/ready").statusCode()).isEqualTo(200);

      Path filler = fill();
      HttpResponse<String> full = house.get("/health/ready");
      assertThat(full.statusCode()).isEqualTo(503);
      assertThat(full.body()).contains("\"down\"").contains("disk is full").doesNotContain("/");
      assertThat(house.get("/health/live").statusCode()).isEqualTo(200);
      house.drop("quake.txt", "Quake shakes city\n\nNobody was hurt on Saturday.\n");

      Files.delete(filler);
      await().atMost(MOST_WAIT).until(() -> acme.pushes().size() == 2);
      await().atMost(MOST_WAIT).until(() -> house.get("/health/ready").statusCode() == 200);
    }
  }

  private Path fill() throws IOException {
    Path filler = disk.resolve("filler");
    byte[] block = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(filler)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      return filler;
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }
}
