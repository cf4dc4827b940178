package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Every row of the hostile fixtures for encodings, plain text and Markdown, with the outcome it
 * demands. Where a row leaves the choice to us, the row here is what we chose.
 */
class HostileTextTest {
  private static final Path HOSTILE = Path.of("../shared/fixtures/hostile");
  private static final String HEADLINE = "Port of Dover reopens after storm";

  private static Reading read(String file) throws IOException {
    Path path = HOSTILE.resolve(file);
    assumeTrue(Files.isRegularFile(path), "the hostile fixtures are not here");
    Source source =
        new Source(
            String.valueOf(path.getFileName()),
            Files.readAllBytes(path),
            Instant.parse("2026-03-15T00:00:00Z"),
            ZoneOffset.UTC,
            null);
    return assertTimeout(Duration.ofSeconds(60), () -> Readers.standard().read(source));
  }

  private static Article article(String file) throws IOException {
    Reading reading = read(file);
    assertThat(reading).as(file).isInstanceOf(Reading.Articles.class);
    return ((Reading.Articles) reading).articles().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enc/utf8.txt",
        "enc/utf16be-bom.txt",
        "enc/utf32le-bom.txt",
        "enc/cp1252.txt",
        "enc/macroman.txt",
        "enc/invalid-utf8-lone.txt",
        "enc/mojibake-double-utf8.txt",
        "enc/crlf.txt",
        "enc/unicode-newlines.txt",
        "enc/nel-vt-ff.txt",
        "enc/no-final-newline.txt",
        "enc/zero-width.txt",
        "enc/ansi-escape.txt"
      })
  void theStoryIsReadWhateverItsBytes(String file) throws IOException {
    Article article = article(file);

    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(article.body()).hasSize(3);
    assertThat(text(article)).matches("[^\\p{Cc}\\x{FEFF}\\x{FFFD}]*");
    assertThat(article.byline().text()).isEqualTo("Ana Müller");
    assertThat(text(article)).contains("Tuesday’s storm – and “every berth", "£2.5m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enc/macroman.txt",
        "enc/invalid-utf8-lone.txt",
        "enc/invalid-surrogate.txt",
        "enc/mojibake-double-utf8.txt",
        "enc/nul-bytes.txt"
      })
  void whatWasMendedIsSaid(String file) throws IOException {
    Article article = article(file);

    assertThat(((Reading.Articles) read(file)).warnings()).isNotEmpty();
    assertThat(text(article)).doesNotContain("\0").doesNotContain("\uFFFD");
    assertThat(text(article).codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "enc/all-nul.txt, BINARY_CONTENT",
    "size/bom-only.txt, EMPTY",
    "size/empty.md, EMPTY",
    "size/headline-only.txt, NO_BODY",
    "type/random-named.txt, BINARY_CONTENT",
    "type/exe-named.txt, BINARY_CONTENT",
    "md/yaml-bomb.md, YAML_LIMIT",
    "md/yaml-tag.md, YAML_UNSAFE",
  })
  void isRefused(String file, String code) throws IOException {
    Reading reading = read(file);

    assertThat(reading).as(file).isInstanceOf(Reading.Rejected.class);
    assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enc/one-line-2MB.txt",
        "enc/bullets-50k.txt",
        "enc/zalgo.txt",
        "enc/utf16le-nobom.txt",
        "enc/sjis.txt",
        "enc/euckr.txt",
        "enc/koi8r.txt",
        "enc/gb18030.txt",
        "enc/truncated-last-char.txt",
        "md/quotes-10k.md",
        "md/emphasis.md",
        "md/toml.md",
        "md/unclosed-front-matter.md",
        "md/dup-key.md"
      })
  void isAnsweredInTimeAndWithBounds(String file) throws IOException {
    if (read(file) instanceof Reading.Articles articles) {
      Article article = articles.articles().get(0);
      assertThat(article.headline().length()).isLessThan(2_000);
      assertThat(article.headline() + text(article)).doesNotContain("\uFFFD", "+++");
    }
  }

  @Test
  void otherScriptsAndSignsAreKeptAsTheyAre() throws IOException {
    assertThat(article("enc/rtl-arabic.txt").headline())
        .isEqualTo("ميناء دبي يستأنف العمل بعد العاصفة");
    assertThat(article("enc/emoji.txt").headline())
        .startsWith("👩\u200d👩\u200d👧\u200d👦 win")
        .contains("👍🏽");
    assertThat(article("enc/nfd.txt").byline().text()).isEqualTo("Ana Müller");
    assertThat(article("enc/blank-lines-200k.txt").body()).hasSize(2);
    assertThat(article("md/ok.md").alsoRead()).isEmpty();
    assertThat(article("md/crlf-bom.md").headline()).isNotBlank();
    assertThat(article("md/yaml-norway.md").headline()).isEqualTo("no");
  }

  @Test
  void aPageNamedAsTextIsReadAsAPage() throws IOException {
    Article article = article("type/html-named.txt");

    assertThat(article.body()).hasSize(2);
    assertThat(text(article)).doesNotContain("<");
  }

  private static String text(Article article) {
    StringBuilder text = new StringBuilder();
    article.body().forEach(block -> text.append(block.text()));
    return text.toString();
  }
}
