package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;

/**
 * Every file of the wires is answered with articles or with a reason in words, in bounded CPU time.
 */
class AnyFixtureTest {
  private static final Path FIXTURES = Path.of("../shared/fixtures");
  private static final Duration BOUND = Duration.ofSeconds(5);

  @TestFactory
  Stream<DynamicTest> everyFileIsAnswered() throws IOException {
    assumeTrue(Files.isDirectory(FIXTURES), "the fixtures are not here");
    return Stream.of("formats", "newsml", "nitf", "ninjs", "hostile")
        .flatMap(folder -> files(FIXTURES.resolve(folder)).stream())
        .map(
            file ->
                DynamicTest.dynamicTest(
                    FIXTURES.relativize(file).toString(),
                    () -> assertThat(cpuOf(file)).isLessThan(BOUND)));
  }

  /** Not the time on the wall, since other work on the machine is not the reader's doing. */
  private static Duration cpuOf(Path file) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    answered(file);
    return Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static void answered(Path file) throws IOException {
    answered(Drops.read(file.getFileName().toString(), Files.readAllBytes(file)));
  }

  /** Whatever comes out is fit to be sent, and no markup stands for a headline. */
  static void answered(Reading reading) {
    sound(reading);
    if (reading instanceof Reading.Articles articles) {
      for (Article article : articles.articles()) {
        assertThat(article.headline().toLowerCase(Locale.ROOT)).doesNotContain("<script", "<p>");
      }
    }
  }

  /** Whatever comes out is fit to be sent, or a sentence that helps. */
  static void sound(Reading reading) {
    if (reading instanceof Reading.Rejected rejected) {
      Rejection rejection = rejected.rejection();
      assertThat(rejection.code()).matches("[A-Z0-9_]{4,40}");
      assertThat(rejection.problem()).hasSizeBetween(10, 600).matches("(?s).*[\\p{L}>].*");
      assertThat(rejection.remedy()).endsWith(".");
      assertThat(rejection.problem() + rejection.where()).doesNotMatch("(?s).*\\p{Cc}.*");
      return;
    }
    Reading.Articles articles = (Reading.Articles) reading;
    assertThat(articles.articles()).isNotEmpty();
    for (Article article : articles.articles()) {
      assertThat(article.headline()).doesNotMatch("(?s).*\\p{Cc}.*");
      for (Block block : article.body()) {
        assertThat(block.text()).isNotBlank().doesNotContain("\0");
        block.spans().forEach(span -> safe(span.href()));
      }
      article.pictures().forEach(picture -> safe(picture.href()));
      safe(article.href());
    }
  }

  private static void safe(String href) {
    if (href != null) {
      assertThat(href).matches("(?is)(https?|mailto):.*");
    }
  }
}
