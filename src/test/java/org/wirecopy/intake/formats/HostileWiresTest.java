package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Status;
import org.wirecopy.intake.Reading;

/**
 * Every row of the hostile fixtures for wires, office documents, e-mail and archives, with the
 * outcome it demands. Where a row leaves the choice to us, the row here is what we chose.
 */
class HostileWiresTest {
  private static final Path HOSTILE = Path.of("../shared/fixtures/hostile");
  private static final String HEADLINE = "Port of Dover reopens after storm";

  private static Reading read(String file) throws IOException {
    Path path = HOSTILE.resolve(file);
    assumeTrue(Files.isRegularFile(path), "the hostile fixtures are not here");
    byte[] bytes = Files.readAllBytes(path);
    return assertTimeout(
        Duration.ofSeconds(60), () -> Drops.read(path.getFileName().toString(), bytes));
  }

  private static List<Article> articles(String file) throws IOException {
    Reading reading = read(file);
    assertThat(reading).as(file).isInstanceOf(Reading.Articles.class);
    return ((Reading.Articles) reading).articles();
  }

  @ParameterizedTest
  @CsvSource({
    "size/empty.json, EMPTY",
    "size/empty.xml, EMPTY",
    "size/empty.eml, EMPTY",
    "size/empty.docx, EMPTY",
    "type/random-named.txt, BINARY_CONTENT",
    "type/exe-named.txt, BINARY_CONTENT",
    "type/gzip-named.md, BINARY_CONTENT",
    "type/text-named.docx, TYPE_MISMATCH",
    "xml/xxe-http.xml, XML_DTD_FORBIDDEN",
    "xml/xxe-param.xml, XML_DTD_FORBIDDEN",
    "xml/billion-laughs.xml, ENTITY_LIMIT",
    "xml/quadratic-blowup.xml, ENTITY_LIMIT",
    "xml/many-attrs.xml, XML_LIMIT",
    "xml/unclosed.xml, XML_MALFORMED",
    "json/dup-keys.json, JSON_DUPLICATE_KEY",
    "json/deep-100k.json, NESTING_TOO_DEEP",
    "json/wrong-types.json, JSON_WRONG_TYPE",
    "json/js-uri.json, URI_UNSAFE",
    "zip/slip.zip, ZIP_UNSAFE_PATH",
    "zip/symlink.zip, ZIP_UNSAFE_PATH",
    "zip/nul-in-name.zip, ZIP_UNSAFE_PATH",
    "zip/bomb-100MB.zip, ZIP_BOMB",
    "zip/nested-bomb.zip, ZIP_NESTED",
    "zip/20k-entries.zip, TOO_MANY_ENTRIES",
    "zip/dup-names.zip, ZIP_MALFORMED",
    "zip/name-mismatch.zip, ZIP_MALFORMED",
    "zip/bad-crc.zip, ZIP_MALFORMED",
    "zip/two-articles.zip, MULTIPLE_ARTICLES",
    "zip/only-picture.zip, NO_ARTICLE",
    "zip/empty-archive.zip, NO_ARTICLE",
    "zip/truncated.zip, INCOMPLETE",
    "zip/encrypted-flag.zip, ENCRYPTED",
    "docx/xxe.docx, XML_DTD_FORBIDDEN",
    "docx/bomb.docx, ZIP_BOMB",
    "docx/no-document.docx, TYPE_MISMATCH",
    "docx/truncated.docx, INCOMPLETE",
    "docx/nested-tables.docx, NESTING_TOO_DEEP",
    "docx/tika-testODTEncrypted.odt, ENCRYPTED",
    "docx/tika-testODTnotaZipFile.odt, TYPE_MISMATCH",
    "docx/tika-testWORD_macros.doc, BINARY_CONTENT",
    "eml/deep-multipart.eml, NESTING_TOO_DEEP",
    "eml/bad-base64.eml, MAIL_MALFORMED",
    "eml/1MB-header.eml, MAIL_MALFORMED",
    "eml/missing-boundary.eml, NO_BODY",
    "eml/no-subject.eml, NO_HEADLINE",
  })
  void isRefused(String file, String code) throws IOException {
    Reading reading = read(file);

    assertThat(reading).as(file).isInstanceOf(Reading.Rejected.class);
    assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo(code);
    AnyFixtureTest.answered(reading);
  }

  @ParameterizedTest
  @CsvSource({
    "xml/stylesheet-pi.xml, Ferries sailed.",
    "xml/undefined-entity.xml, café bar",
    "xml/wrong-declared-encoding.xml, Müller said £5",
    "xml/utf16.xml, Müller said £5",
    "xml/bom-utf8.xml, Müller",
    "xml/space-before-decl.xml, x",
    "xml/script-in-body.xml, ok|two",
    "docx/hidden-and-comment.docx, Ferries sailed from Dover – again.|About £2.5m of damage was done.",
    "docx/remote-template.docx, Ferries sailed from Dover – again.|About £2.5m of damage was done.",
    "json/usable-canceled.json, Ferries sailed.",
  })
  void isReadAsItStands(String file, String body) throws IOException {
    Article article = articles(file).get(0);

    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(article.byline().names()).containsExactly("Ana Müller");
    assertThat(String.join("|", Drops.body(article))).isEqualTo(body);
  }

  @Test
  void aCanceledItemIsAKill() throws IOException {
    assertThat(articles("json/usable-canceled.json").get(0).status()).isEqualTo(Status.CANCELED);
  }

  @ParameterizedTest
  @CsvSource({
    "eml/ok-alternative.eml, Port of Dover reopens after storm – live, Ferries sailed – again.",
    "eml/reply-quoted.eml, Port of Dover reopens after storm – live, Use this version.|Ferries sailed.",
    "eml/unknown-charset.eml, Port of Dover reopens after storm – live, Ferries sailed.",
    "eml/header-injection.eml, Hello Bcc: victim@x.example, Ferries sailed.",
    "xml/atom-xhtml.xml, Port of Dover reopens after storm & more, Ferries sailed.",
    "json/proto.json, h, b",
    "json/lone-surrogate.json, bad end, b",
  })
  void keepsOnlyWhatIsTheStory(String file, String headline, String body) throws IOException {
    Article article = articles(file).get(0);

    assertThat(article.headline()).isEqualTo(headline);
    assertThat(String.join("|", Drops.body(article))).isEqualTo(body);
  }

  @Test
  void nothingIsLostInAnArchiveWithAnOldName() throws IOException {
    assertThat(Drops.body(articles("zip/cp437-name.zip").get(0))).hasSize(3);
  }

  @Test
  void feedsGiveOneArticleForEachEntry() throws IOException {
    assertThat(articles("xml/rss-2000-items.xml")).hasSize(2000);
    assertThat(articles("xml/rss-dup-guid.xml")).hasSize(1);
  }

  @Test
  void noDateIsInvented() throws IOException {
    List<OffsetDateTime> dates = new ArrayList<>();
    articles("xml/rss-bad-dates.xml").forEach(article -> dates.add(article.dateline().date()));

    assertThat(dates.get(0)).isEqualTo("2024-03-14T14:30Z");
    assertThat(dates.get(1)).isEqualTo("2024-03-14T04:00Z");
    assertThat(dates.get(2)).isEqualTo("2024-03-14T00:00+01:00");
    assertThat(dates.get(3)).isNull();
    assertThat(dates.get(4)).isNull();
    assertThat(dates.get(5)).isEqualTo("2024-03-14T09:30Z");
    assertThat(dates.get(6)).isNull();
  }

  @Test
  void corruptListsOfRtfDoNoHarm() throws IOException {
    assertThat(articles("docx/tika-testRTFCorruptListOverride.rtf")).hasSize(1);
  }

  /** Rows that point to an attacker's server point to this port. */
  @ParameterizedTest
  @ValueSource(strings = {"xml", "docx", "eml", "json"})
  void nothingConnects(String folder) throws IOException {
    assumeTrue(Files.isDirectory(HOSTILE.resolve(folder)), "the hostile fixtures are not here");
    try (ServerSocket attacker = listen()) {
      assumeTrue(attacker != null, "the port that the fixtures name cannot be opened here");
      attacker.setSoTimeout(50);
      try (DirectoryStream<Path> files = Files.newDirectoryStream(HOSTILE.resolve(folder))) {
        for (Path file : files) {
          if (Files.isRegularFile(file)) {
            AnyFixtureTest.answered(
                Drops.read(file.getFileName().toString(), Files.readAllBytes(file)));
          }
        }
      }
      assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(attacker::accept);
    }
  }

  /** The port 9 needs rights that not every machine gives to tests. */
  private static @Nullable ServerSocket listen() {
    try {
      return new ServerSocket(9, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      return null;
    }
  }

  @Test
  void brokenJsonIsRefusedAndSoundJsonIsNotCalledBroken() throws IOException {
    Path suite = HOSTILE.resolve("json/JSONTestSuite");
    assumeTrue(Files.isDirectory(suite), "the hostile fixtures are not here");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(suite, "[yn]_*.json")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        Reading reading = Drops.read(name, Files.readAllBytes(file));
        assertThat(reading).as(name).isInstanceOf(Reading.Rejected.class);
        String code = ((Reading.Rejected) reading).rejection().code();
        if (name.startsWith("y_")) {
          assertThat(code).as(name).isNotEqualTo("JSON_MALFORMED");
        } else {
          assertThat(code).as(name).isIn("JSON_MALFORMED", "NESTING_TOO_DEEP", "EMPTY");
        }
      }
    }
  }
}
