package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@NullUnmarked
class InboxWatchTest {
  private static final Duration QUIET = Duration.ofMillis(20);
  private static final Duration NEVER = Duration.ofHours(1);

  @TempDir Path folder;
  private final AtomicInteger passes = new AtomicInteger();
  private InboxWatch watch;

  @AfterEach
  void stop() {
    watch.stop();
  }

  private void start(InboxWatch started) {
    watch = started;
    watch.scheduleTask(passes::incrementAndGet);
    watch.start();
  }

  @Test
  void aFolderThatWasRenamedAndMadeAnewIsWatchedAgain() throws Exception {
    start(new InboxWatch(QUIET, NEVER));
    Path desk = Files.createDirectory(folder.resolve("sports"));
    watch.folder(desk);
    Files.move(desk, folder.resolve("sports-of-yesterday"));
    Files.createDirectory(desk);
    watch.folder(desk);

    watch.startScheduler();
    await().until(() -> passes.get() == 1);
    Files.writeString(desk.resolve("final.txt"), "Harbour Town wins the cup");
    await().until(() -> passes.get() > 1);
  }

  @Test
  void whereNothingIsReportedTheInboxIsLookedThroughNowAndThen() {
    start(
        new InboxWatch(
            QUIET,
            Duration.ofMillis(30),
            () -> {
              throw new IOException("User limit of inotify instances reached");
            }));
    long began = System.nanoTime();
    watch.folder(folder);
    watch.startScheduler();
    await().until(() -> passes.get() >= 4);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(80));
  }

  @Test
  void aFolderThatCannotBeWatchedIsToldOnce() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    Logger logger = (Logger) LoggerFactory.getLogger(InboxWatch.class);
    log.start();
    logger.addAppender(log);
    start(new InboxWatch(QUIET, NEVER));
    try {
      watch.folder(folder.resolve("locked"));
      watch.folder(folder.resolve("locked"));
      watch.folder(folder.resolve("lost+found"));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list).hasSize(2);
  }

  @Test
  void aPassThatFailsIsNotTheLast() {
    start(new InboxWatch(QUIET, Duration.ofMillis(1)));
    watch.scheduleTask(
        () -> {
          if (passes.incrementAndGet() == 1) {
            throw new OutOfMemoryError("no room to look");
          }
        });
    watch.startScheduler();
    await().until(() -> passes.get() > 1);
  }
}
