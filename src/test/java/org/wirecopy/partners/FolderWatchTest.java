package org.wirecopy.partners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
  private static final long LONG_ENOUGH = TimeUnit.MINUTES.toMillis(1);

  @TempDir Path folder;

  @Test
  void aChangeIsReported() throws Exception {
    try (FolderWatch watch = new FolderWatch(folder)) {
      watch.begin();
      Files.writeString(folder.resolve("acme"), "news");
      assertThat(watch.await(LONG_ENOUGH)).isTrue();
    }
  }

  @Test
  void withoutAWatchItOnlyWaitsAndHasOneAsSoonAsThereIsOne() throws Exception {
    AtomicBoolean left = new AtomicBoolean();
    try (FolderWatch watch =
        new FolderWatch(
            folder,
            () -> {
              if (!left.get()) {
                throw new IOException("User limit of inotify instances reached");
              }
              return FileSystems.getDefault().newWatchService();
            })) {
      watch.begin();
      assertThat(watch.await(1)).isFalse();
      left.set(true);
      watch.begin();
      Files.writeString(folder.resolve("acme"), "news");
      assertThat(watch.await(LONG_ENOUGH)).isTrue();
    }
  }

  @Test
  void aFolderThatComesLaterIsWatchedThen() throws Exception {
    Path later = folder.resolve("partners");
    try (FolderWatch watch = new FolderWatch(later)) {
      watch.begin();
      assertThat(watch.await(1)).isFalse();
      Files.createDirectory(later);
      watch.begin();
      Files.writeString(later.resolve("acme"), "news");
      assertThat(watch.await(LONG_ENOUGH)).isTrue();
    }
  }
}
