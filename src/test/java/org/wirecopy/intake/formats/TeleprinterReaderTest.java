package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Reading;

/** Messages in IPTC 7901 and ANPA 1312, as agencies' lines still carry them. */
class TeleprinterReaderTest {

  private static String iptc(String head, String text) {
    return ("\1eca062 2 i 211 ccccb   dpa 061\n\nSandhaven-ferries/storm/\n\2"
            + head
            + " =\n\n"
            + text
            + "\ndpa wsz jln npr\n\n\u0003131137 GMT Nov 26 \n\177\n\177\4")
        .replace("\n", "\r\n");
  }

  private static String anpa(String head, String text) {
    return ("\26\26\1V4644\37-----\n"
            + "u i\23\21 BC-EU--Ferries 1stLd-Writethru   02-20 0500\n"
            + "\2^BC-EU--Ferries, 1st Ld-Writethru,416< \n"
            + head
            + text
            + "\n\t   \3AP-WF-02-20-26 0337GMT<\n\n\14\n\4")
        .replace("\n", "\r\n");
  }

  private static final String FERRY =
      "   Sandhaven (dpa) - The first ferry left at dawn, after three days of\nstorm.\n\n"
          + "   \"It was calm,\" the port said.\n";

  @Test
  void iptc7901IsReadWithItsFacts() {
    Article article =
        Drops.article(
            "a.txt", iptc("1ST LEAD\nFerries sail again\nafter storm\nBy Ana Moor, dpa", FERRY));

    assertThat(article.headline()).isEqualTo("Ferries sail again after storm");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.genres()).containsExactly("1ST LEAD");
    assertThat(article.slug()).isEqualTo("Sandhaven-ferries/storm");
    assertThat(article.urgency()).isEqualTo(2);
    assertThat(article.rights().source()).isEqualTo("dpa");
    assertThat(article.dateline().place()).isEqualTo("Sandhaven");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-11-13T11:37Z"));
    assertThat(Drops.body(article))
        .containsExactly(
            "Sandhaven (dpa) - The first ferry left at dawn, after three days of storm.",
            "\"It was calm,\" the port said.");
  }

  @Test
  void ofTheNotebookOnlyWhatMayBePublishedGoesAlong() {
    Reading.Articles read =
        Drops.articles(
            "a.txt",
            iptc(
                    "Ferries sail again",
                    FERRY
                        + "\n"
                        + "# Notebook\n\n"
                        + "## Note to editors\n"
                        + "- adds the port's words\n\n"
                        + "## Internet links\n"
                        + "- [The port](https://port.example/)\n\n"
                        + "* * * *\n"
                        + "The following information is not intended for publication\n\n"
                        + "## Editorial contacts\n"
                        + "- Editing by: SECRET, +49 30 2852 31472, <SECRET@coast.example>\n")
                .getBytes(StandardCharsets.US_ASCII));
    Article article = read.articles().get(0);

    assertThat(article.edNote()).isEqualTo("adds the port's words");
    assertThat(article.alsoRead()).extracting("headline").containsExactly("The port");
    assertThat(article.body()).hasSize(2);
    assertThat(article.toString()).doesNotContain("SECRET", "2852", "wsz");
    assertThat(read.warnings())
        .containsExactly("Notes that are not for publication stay in the house.");
  }

  @Test
  void whatMustNotBeGuessedIsLeftToAPerson() {
    assertThat(Drops.rejection("a.txt", iptc("KILL\nFerries sail again", FERRY)).code())
        .isEqualTo("RECALL_NOTICE");
    assertThat(Drops.rejection("a.txt", iptc("Sperrfrist 1800\nFerries sail again", FERRY)).code())
        .isEqualTo("EMBARGO_UNREADABLE");
    assertThat(
            Drops.rejection("a.txt", anpa("^BULLETIN KILL<\n^Ferries<\n", "\t   Kill it.")).code())
        .isEqualTo("RECALL_NOTICE");
    assertThat(Drops.article("a.txt", iptc("Police kill no one", FERRY)).headline())
        .isEqualTo("Police kill no one");
  }

  @Test
  void aCorrectionIsOne() {
    assertThat(
            Drops.article(
                    "a.txt",
                    iptc(
                        "CORRECTION\nFerries sail again",
                        FERRY + "\n# Notebook\n\n## Correction\n- corrects the day in graf 2\n"))
                .correction())
        .isEqualTo("corrects the day in graf 2");
    assertThat(
            Drops.article("a.txt", anpa("^Ferries sail<\n^Eds: Corrects the day.<\n", "\t   Text."))
                .correction())
        .isEqualTo("Corrects the day.");
  }

  @Test
  void aLineOfManyAsterisksDoesNoHarm() {
    assertThat(
            Drops.body(
                Drops.article(
                    "a.txt",
                    iptc("Ferries sail again", FERRY + "\n" + "*".repeat(50_000) + "\nSECRET\n"))))
        .hasSize(2);
  }

  @Test
  void aMessageThatDoesNotEndIsNotSentInHalf() {
    String whole = iptc("Ferries sail again", FERRY);

    assertThat(Drops.rejection("a.txt", whole.substring(0, whole.indexOf('\3') - 30)).code())
        .isEqualTo("INCOMPLETE");
  }

  @Test
  void aMessageWithAnotherHeaderIsNotSentAsText() {
    assertThat(
            Drops.rejection("a.txt", "\1zczc\n\2Ferries sail again\n\nText, and contacts.\n\3\4")
                .code())
        .isEqualTo("WIRE_MALFORMED");
  }

  @Test
  void anpaIsReadWithItsFacts() {
    Article article =
        Drops.article(
            "a.tst",
            anpa(
                "^Ferries sail again after storm< \n"
                    + "^AP Photo GATK105<\n"
                    + "^Eds: Updates. With AP Photos.<\n"
                    + "^By ANA MOOR= \n"
                    + "^AP Harbor Writer=\n",
                "\t   SANDHAVEN, Mass. (AP) _ The first ferry left. \n"
                    + "\t   ``It was calm,'' the port said.\n"
                    + "\t   ___\n"
                    + "^Monday's Ferries=\n"
                    + "\10\36\37 Sandhaven\20 Bay\36\37 \36\36 7{\n"));

    assertThat(article.headline()).isEqualTo("Ferries sail again after storm");
    assertThat(article.byline().names()).containsExactly("ANA MOOR");
    assertThat(article.edNote()).isEqualTo("Updates. With AP Photos.");
    assertThat(article.urgency()).isEqualTo(3);
    assertThat(article.rights().source()).isEqualTo("AP");
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN, Mass.");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-02-20T03:37Z"));
    assertThat(Drops.body(article))
        .containsExactly(
            "SANDHAVEN, Mass. (AP) — The first ferry left.",
            "“It was calm,” the port said.",
            "Monday's Ferries",
            "Sandhaven Bay 7½");
    assertThat(article.body().get(2).kind()).isEqualTo(Block.Kind.SUBHEAD);
  }

  @Test
  void aLongHeadingAboveManyLinesIsReadOnce(@TempDir Path kept) {
    String message =
        "\1eca062 4 i 211 ccccb   dpa 061\r\n\nSandhaven/\r\n\2Ferries sail again =\r\n\n   One.\r\n\n# Note to"
            + " editors"
            + "<x@y.example>".repeat(8_000)
            + "\r\n"
            + "adds\r\n".repeat(20_000)
            + "\u0003131137 GMT Nov 26 \r\n\177\4";

    try (Judge judge = new Judge(kept)) {
      assertThat(judge.judge("a.txt", message.getBytes(StandardCharsets.UTF_8)).fault()).isNull();
    }
  }

  @Test
  void aRowOfBracketsAmongTheLinksIsReadInTime(@TempDir Path kept) {
    String message =
        "\1eca062 4 i 211 ccccb   dpa 061\r\n\nSandhaven/\r\n\2Ferries sail again =\r\n\n   One.\r\n\n## Links\r\n- "
            + "[".repeat(1_500_000)
            + "\r\n\u0003131137 GMT Nov 26 \r\n\177\4";

    try (Judge judge = new Judge(kept)) {
      assertThat(judge.judge("a.txt", message.getBytes(StandardCharsets.UTF_8)).fault()).isNull();
    }
  }
}
