package org.wirecopy.intake.formats;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Story;
import org.wirecopy.intake.Reading;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.ninjs.Validation;

/**
 * Reads one input and says what is wrong with the answer: an exception, an article that is not fit
 * to be sent, too much time or memory. One that never ends stops the whole run, with its input kept
 * and a stack trace, since nothing else ends it.
 */
final class Judge implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final Duration ENDLESS = Duration.ofSeconds(60);
  private static final long MOST_ALLOCATED = 1L << 30;

  /** So many accepted inputs are read for one that is rendered and validated, too. */
  private static final int RENDERED = 8;

  private static final Instant NOW = Instant.parse("2026-03-15T00:00:00Z");

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final Path kept;
  private final Thread reader = Thread.currentThread();
  private final Formats formats = new Formats();
  private final Validation validation = new Validation();
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "watch");
            thread.setDaemon(true);
            return thread;
          });
  private long accepted;

  /** What is read now; null between inputs. */
  private volatile Started now;

  private record Started(String file, byte[] input, long cpu) {}

  /**
   * What became of one input.
   *
   * @param fault what is wrong with it, or null
   * @param nanos CPU
   * @param allocated bytes
   */
  record Verdict(boolean accepted, String fault, long nanos, long allocated) {}

  /** To be used by the thread that makes it. */
  Judge(Path kept) {
    this.kept = kept;
    watch.scheduleWithFixedDelay(this::endIfEndless, 5, 5, TimeUnit.SECONDS);
  }

  Verdict judge(String file, byte[] input) {
    long id = reader.getId();
    long allocated = threads.getThreadAllocatedBytes(id);
    long start = threads.getCurrentThreadCpuTime();
    now = new Started(file, input, start);
    String fault = null;
    Reading reading = null;
    try {
      reading = Drops.read(file, input);
    } catch (Throwable failed) {
      fault = told(failed);
    }
    long nanos = threads.getCurrentThreadCpuTime() - start;
    allocated = threads.getThreadAllocatedBytes(id) - allocated;
    if (fault == null) {
      fault = fault(reading, nanos, allocated);
    }
    now = null;
    return new Verdict(reading instanceof Reading.Articles, fault, nanos, allocated);
  }

  private String fault(Reading reading, long nanos, long allocated) {
    if (nanos > LONGEST.toNanos()) {
      return "took " + nanos / 1_000_000 + " ms of CPU";
    }
    if (allocated > MOST_ALLOCATED) {
      return "allocated " + (allocated >> 20) + " MB";
    }
    try {
      AnyFixtureTest.sound(reading);
      if (reading instanceof Reading.Articles articles && accepted++ % RENDERED == 0) {
        List<String> faults = faults(articles.articles().get(0));
        return faults.isEmpty() ? null : "sent as " + faults;
      }
      return null;
    } catch (Throwable failed) {
      return told(failed);
    }
  }

  private List<String> faults(Article article) {
    Story story =
        new Story("urn:fuzz:1", 1, Action.PUBLISH, article.status(), NOW, NOW, article, List.of());
    formats.render(Formats.NINJS1, story);
    formats.render(Formats.SUPERDESK, story);
    return validation.faults(formats.render(Formats.NINJS3, story));
  }

  private static String told(Throwable failed) {
    StringBuilder told = new StringBuilder(String.valueOf(failed));
    for (StackTraceElement frame : failed.getStackTrace()) {
      if (frame.getClassName().startsWith("org.wirecopy")) {
        told.append(" at ").append(frame);
        break;
      }
    }
    return told.length() > 600 ? told.substring(0, 600) : told.toString();
  }

  private void endIfEndless() {
    Started started = now;
    if (started == null
        || threads.getThreadCpuTime(reader.getId()) - started.cpu() < ENDLESS.toNanos()
        || now != started) {
      return;
    }
    StringBuilder stack = new StringBuilder("an input does not end, at");
    for (StackTraceElement frame : reader.getStackTrace()) {
      stack.append("\n  ").append(frame);
    }
    System.out.println(stack);
    try {
      Files.createDirectories(kept);
      Files.write(kept.resolve("endless-" + started.file()), started.input());
    } catch (IOException e) {
      System.out.println("and cannot be kept: " + e.getMessage());
    }
    Runtime.getRuntime().halt(2);
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
