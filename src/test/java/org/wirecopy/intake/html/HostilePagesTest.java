package org.wirecopy.intake.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Every row for pages in the hostile fixtures, with the outcome it demands. */
class HostilePagesTest {
  private static final Path HOSTILE = Path.of("../shared/fixtures/hostile");
  private static final String HEADLINE = "Port of Dover reopens after storm";
  private static final String FIRST =
      "Ferries sailed from Dover again on Thursday – the first since Tuesday’s storm.";
  private static final String SECOND = "About £2.5m of damage was done to the eastern arm.";

  private static final Consumer<Reading> STORY =
      reading -> {
        Article article = article(reading);
        assertThat(article.headline()).isEqualTo(HEADLINE);
        assertThat(text(article)).isEqualTo(FIRST + "\n" + SECOND);
        assertThat(article.byline().names()).containsExactly("Ana Müller");
        assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2024-03-14T09:30Z"));
      };

  private static final Map<String, Consumer<Reading>> ROWS =
      Map.ofEntries(
          Map.entry("type/html-named.txt", STORY),
          Map.entry("html/attr-1MB.html", STORY),
          Map.entry("html/jsonld-broken.html", STORY),
          Map.entry("html/jsonld-deep.html", STORY),
          Map.entry("html/jsonld-lies.html", HostilePagesTest::pageBeatsItsMetadata),
          Map.entry("html/hidden-text.html", STORY),
          Map.entry("html/charset-conflict.html", STORY),
          Map.entry("html/meta-cp1252.html", STORY),
          Map.entry("html/bom-vs-meta.html", STORY),
          Map.entry("html/nested-20k-div.html", reading -> rejected(reading, "NESTING_TOO_DEEP")),
          Map.entry("html/unclosed-20k-b.html", HostilePagesTest::isAnswered),
          Map.entry("html/jsonld-close-script.html", HostilePagesTest::headlineFromThePage),
          Map.entry("html/xss.html", HostilePagesTest::nothingRuns),
          Map.entry("html/utf7.html", HostilePagesTest::utf7StaysText),
          Map.entry("html/base-href.html", HostilePagesTest::relativeLinksFollowTheBase),
          Map.entry("html/frameset.html", HostilePagesTest::noArticle),
          Map.entry("html/plaintext-tag.html", HostilePagesTest::isAnswered));

  /** Not pages by their content: another reader's rows. */
  private static final List<String> OTHERS = List.of("html/mhtml.mht", "html/html5lib/*.dat");

  private final HtmlReader reader = new HtmlReader();

  @TestFactory
  Stream<DynamicTest> everyRowOfTheManifest() throws IOException {
    assumeTrue(Files.isDirectory(HOSTILE), "no hostile fixtures beside this checkout");
    JsonNode manifest =
        JsonMapper.builder().build().readTree(HOSTILE.resolve("MANIFEST.json").toFile());
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : manifest) {
      String file = row.path("file").asText();
      boolean ours = file.startsWith("html/") || file.equals("type/html-named.txt");
      if (ours && !OTHERS.contains(file)) {
        tests.add(DynamicTest.dynamicTest(file, () -> check(file)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(15);
    return tests.stream();
  }

  private void check(String file) throws IOException {
    byte[] bytes = Files.readAllBytes(HOSTILE.resolve(file));
    Consumer<Reading> demanded =
        ROWS.getOrDefault(file, reading -> Assertions.fail("nothing is known of this row"));
    Source source = source(bytes);
    try (ServerSocket trap = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      byte[] trapped =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .replace("127.0.0.1:9/", "127.0.0.1:" + trap.getLocalPort() + "/")
              .getBytes(StandardCharsets.ISO_8859_1);
      assertThat(reader.recognises(source)).isTrue();
      Reading reading =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(60), () -> reader.read(source(trapped)));
      demanded.accept(reading);
      trap.setSoTimeout(1);
      Assertions.assertThrows(java.net.SocketTimeoutException.class, trap::accept);
    }
  }

  @Test
  void everyPageOfTheParserTestsIsAnswered() throws IOException {
    Path folder = HOSTILE.resolve("html/html5lib");
    assumeTrue(Files.isDirectory(folder), "no hostile fixtures beside this checkout");
    int pages = 0;
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.dat")) {
      for (Path file : files) {
        String all = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String section : all.split("(?m)^#data\\n", -1)) {
          byte[] page = section.split("\\n#", 2)[0].getBytes(StandardCharsets.ISO_8859_1);
          isAnswered(reader.read(source(page)));
          pages++;
        }
      }
    }
    assertThat(pages).isGreaterThan(50);
  }

  private static void pageBeatsItsMetadata(Reading reading) {
    Article article = article(reading);
    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(text(article)).isEqualTo(FIRST + "\n" + SECOND);
  }

  private static void headlineFromThePage(Reading reading) {
    assertThat(article(reading).headline()).isEqualTo(HEADLINE);
    assertThat(text(article(reading))).contains(FIRST).contains(SECOND).doesNotContain("alert");
  }

  private static void nothingRuns(Reading reading) {
    Article article = article(reading);
    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(text(article)).contains(FIRST).contains("link").contains(SECOND);
    assertThat(text(article)).doesNotContain("alert(").doesNotContain("@import");
    assertThat(article.body().stream().flatMap(b -> b.spans().stream()).map(Span::href))
        .allMatch(href -> href == null || href.startsWith("http"));
  }

  private static void utf7StaysText(Reading reading) {
    assertThat(text(article(reading)))
        .contains("+ADw-script+AD4-alert(1)+ADw-/script+AD4-")
        .doesNotContain("<script");
  }

  private static void relativeLinksFollowTheBase(Reading reading) {
    Article article = article(reading);
    assertThat(text(article)).contains(FIRST).contains(SECOND);
    assertThat(article.body().stream().flatMap(b -> b.spans().stream()).map(Span::href))
        .allMatch(href -> href == null || href.equals("http://evil.example/rel"));
  }

  private static void noArticle(Reading reading) {
    rejected(reading, "NO_ARTICLE");
  }

  private static void rejected(Reading reading, String code) {
    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo(code);
  }

  private static void isAnswered(Reading reading) {
    if (reading instanceof Reading.Articles read) {
      assertThat(read.articles()).isNotEmpty();
    } else {
      assertThat(((Reading.Rejected) reading).rejection().code()).isNotBlank();
    }
  }

  private static Source source(byte[] bytes) {
    return new Source("page.html", bytes, Instant.EPOCH, ZoneOffset.UTC, null);
  }

  private static Article article(Reading reading) {
    assertThat(reading).isInstanceOf(Reading.Articles.class);
    return ((Reading.Articles) reading).articles().get(0);
  }

  private static String text(Article article) {
    return article.body().stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
