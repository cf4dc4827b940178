package org.wirecopy.intake.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Status;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

class PlainTextReaderTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
  private static final Path SEED = Path.of("../shared/seed/000_c7c02ccca88544ac.txt");

  private final Readers readers = Readers.standard();

  @Test
  void aSingleSentenceAboveADatedListIsTheBody() {
    Article article =
        article(
            """
            Ferries sail again as port of Ellery reopens

            By Dana Whitlock
            5:15 PM, November 21, 2026

            The port of Ellery reopened on Saturday after the storm.

            Also Read

            Storm closes Ellery port for...

            November 20, 2026 @ 06:40 AM
            """);

    assertThat(article.body()).hasSize(1);
    assertThat(article.subhead()).isNull();
    assertThat(article.alsoRead()).hasSize(1);
    assertThat(article.alsoRead().get(0).date()).isNotNull();
  }

  @Test
  void theFirstArticleWeWereGivenIsReadWhole() throws IOException {
    Assumptions.assumeTrue(Files.exists(SEED), SEED + " is not there");
    Article article = article(Files.readAllBytes(SEED));

    String headline = "Turkey 'Not Close' to Signing 2nd Batch S-400 Deal: Turkish Official";
    assertThat(article.headline()).isEqualTo(headline);
    assertThat(article.byline().text()).isEqualTo("Our Bureau");
    assertThat(article.byline().names()).isEmpty();
    assertThat(article.dateline().date())
        .isEqualTo(OffsetDateTime.parse("2021-08-25T12:28:00+05:30"));
    assertThat(article.dateline().precision()).isEqualTo(Dateline.Precision.LOCAL_TIME);
    assertThat(article.pictures()).containsExactly(Picture.captioned("S-400 air defense system"));
    List<String> body = article.body().stream().map(Block::text).toList();
    assertThat(body).hasSize(7);
    assertThat(body.get(0)).startsWith("Russian claim of Ankara being in the ‘final stages’");
    assertThat(body.get(6))
        .startsWith("However, the official")
        .endsWith("a more competitive price.");
    assertThat(String.join(" ", body))
        .doesNotContain("5009")
        .doesNotContain("Our Bureau")
        .doesNotContain("S-400 air defense system\n")
        .doesNotContain("Also Read");
    assertThat(article.alsoRead()).hasSize(7);
    assertThat(article.alsoRead().stream().filter(ListedHeadline::truncated)).hasSize(3);
    assertThat(article.alsoRead().get(2))
        .isEqualTo(
            new ListedHeadline(
                "Russia Claims Turkey did not Expel S-400 Experts, But Returned After Training",
                true,
                OffsetDateTime.parse("2021-06-03T10:36:00+05:30"),
                false,
                null));
    assertThat(article.alsoRead()).allSatisfy(listed -> assertThat(listed.date()).isNotNull());
  }

  @Test
  void bylineAndDateWithoutBulletsAreNoBody() {
    Article article =
        article(
            """
            Storm closes Ellery port

            By Dana Whitlock
            6:40 AM, November 20, 2026

            ELLERY — The port of Ellery stayed shut on Friday as gales kept the ferries at their berths.

            Nobody was hurt.
            """);

    assertThat(article.byline().names()).containsExactly("Dana Whitlock");
    assertThat(article.dateline().place()).isEqualTo("ELLERY");
    assertThat(article.dateline().date())
        .isEqualTo(OffsetDateTime.parse("2026-11-20T06:40:00+05:30"));
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void aFileWithoutListDateOrBylineInventsNone() {
    Article article =
        article("Storm closes Ellery port\n\nThe port stayed shut on Friday as gales blew.\n");

    assertThat(article.dateline().date()).isNull();
    assertThat(article.byline().text()).isNull();
    assertThat(article.alsoRead()).isEmpty();
    assertThat(article.pictures()).isEmpty();
  }

  @Test
  void aListBetweenParagraphsIsReadAndEndsBeforeTheNextParagraph() {
    String before =
        """
        Storm closes Ellery port

        By Dana Whitlock
        November 20, 2026

        The port of Ellery stayed shut for a second day on Friday as gales kept ferries at their berths.

        """;
    String after =
        """

        The coast guard moved eleven fishing boats into the inner basin during the night, it said.

        Nobody was hurt.
        """;
    List<String> items =
        List.of(
            "Ferry line adds two winter crossings\nHarbour toll to rise in January\n",
            "Ferry line adds two winter crossings\n\nHarbour toll to rise in January\n",
            "\nFerry line adds two winter crossings\n\nHarbour toll to rise in January\n",
            "- Ferry line adds two winter crossings\n- Harbour toll to rise in January\n",
            "* Ferry line adds two winter crossings\n\n* Harbour toll to rise in January\n",
            "\n• Ferry line adds two winter crossings\n• Harbour toll to rise in January\n",
            "1. Ferry line adds two winter crossings\n2. Harbour toll to rise in January\n");
    for (String heading : List.of("Read more:", "Also read", "Also read:", "Related", "RELATED:")) {
      for (String list : items) {
        Article article = article(before + heading + "\n" + list + after);

        assertThat(article.alsoRead().stream().map(ListedHeadline::headline))
            .as(heading + "\n" + list)
            .containsExactly(
                "Ferry line adds two winter crossings", "Harbour toll to rise in January");
        assertThat(article.headline()).isEqualTo("Storm closes Ellery port");
        assertThat(article.body().stream().map(Block::text))
            .as(heading + "\n" + list)
            .hasSize(3)
            .allMatch(text -> text.endsWith("."));
      }
    }
  }

  @Test
  void aListWithoutBylineAndDateAboveItIsReadToo() {
    for (String gap : List.of("", "\n")) {
      Article article =
          article(
              "Storm closes Ellery port\n\nThe port stayed shut on Friday as gales blew.\n\n"
                  + "Read more:\n"
                  + gap
                  + "Ferry line adds two winter crossings\n"
                  + gap
                  + "Harbour toll to rise in January\n\n"
                  + "Nobody was hurt, the coast guard said.\n");

      assertThat(article.headline()).isEqualTo("Storm closes Ellery port");
      assertThat(article.alsoRead().stream().map(ListedHeadline::headline))
          .containsExactly(
              "Ferry line adds two winter crossings", "Harbour toll to rise in January");
      assertThat(article.body().stream().map(Block::text))
          .containsExactly(
              "The port stayed shut on Friday as gales blew.",
              "Nobody was hurt, the coast guard said.");
    }
  }

  @Test
  void aListMayEndWithAQuestion() {
    Article article =
        article(
            "Storm closes Ellery port\n\nThe port stayed shut on Friday as gales blew.\n\n"
                + "Read more:\nFerry line adds two winter crossings\n"
                + "Harbour toll to rise in January\nWho pays for the storm?\n");

    assertThat(article.alsoRead()).hasSize(3);
    assertThat(article.body()).hasSize(1);
  }

  @Test
  void aKickerGluedToTheHeadlineIsSetOffWhereTheSameWordsHaveAColonElsewhere() {
    Article article =
        article(
            """
            Port News: Storm closes Ellery port for a second day

            [svg]

            Port News Storm closes Ellery port for a second day

            By Dana Whitlock
            November 20, 2026

            The port of Ellery stayed shut for a second day on Friday as gales kept the ferries in.

            The storm lifted two containers off a freighter, the coast guard said on Friday evening.
            """);

    assertThat(article.headline()).isEqualTo("Storm closes Ellery port for a second day");
    assertThat(article.subhead()).isEqualTo("Port News");
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void aLabelBeforeTheHeadlineIsSetOffByTheSpaceBeforeItsColon() {
    String rest =
        "\n\nBy Dana Whitlock\n\nThe port of Ellery stayed shut for a second day as gales blew.\n";
    assertThat(article("Culture : Guest of the book fair: what Ellery reads" + rest).headline())
        .isEqualTo("Guest of the book fair: what Ellery reads");
    assertThat(article("Présidentielle : Ellery vote en avril" + rest).headline())
        .isEqualTo("Présidentielle : Ellery vote en avril");
  }

  @Test
  void aTypedStoryMaySpeakOfCookies() {
    Article article =
        article(
            "Ellery council bans cookies\n\nBy Dana Whitlock\n\n"
                + "The council voted on Friday to ban cookies and the newsletter from its page.\n\n"
                + "The ban starts in May.\n");

    assertThat(article.headline()).isEqualTo("Ellery council bans cookies");
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void aCaptionWithItsCreditBelowIsNoHeadline() {
    Article article =
        article(
            """
            Emergency service

            A third of the children came to school

            The school of Ellery | Only some children came to the school of Ellery north on Monday
            © Dana Whitlock

            Only some children came to the school of Ellery north on Monday
            © Dana Whitlock

            Dana Whitlock
            June 30, 2026

            Many parents in Ellery kept their children at home on Monday, the school of Ellery said.

            The children of the north came to school on Tuesday, the mayor said on Monday evening.
            """);

    assertThat(article.headline()).isEqualTo("A third of the children came to school");
  }

  @Test
  void hardWrappedParagraphsArePutTogether() {
    Article article =
        article(
            """
            Storm closes Ellery port

            The port of Ellery stayed shut for a second day on Friday as
            gales of up to 110 km/h kept ferries at their berths and left
            some 4,000 passengers waiting on both sides of the strait.

            The coast guard moved eleven fishing boats into the inner basin
            during the night, and two containers went overboard from a
            freighter off Cape Morrow, where shipping has been warned.
            """);

    assertThat(article.body()).hasSize(2);
    assertThat(article.body().get(0).text()).contains("on Friday as gales of up to");
  }

  @Test
  void charsetsAreTold() {
    String text = "Café “Größe” opens\n\nThe owner’s first guests came – at noon.\n";
    for (Charset charset :
        List.of(UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
      Article article = article(text.getBytes(charset));
      assertThat(article.headline()).as(charset.name()).isEqualTo("Café “Größe” opens");
      assertThat(article.body().get(0).text())
          .isEqualTo("The owner’s first guests came – at noon.");
    }
  }

  @Test
  void aKillNeedsOnlyItsFields() {
    Article article = article("---\nid: storm-1\nstatus: canceled\n---\n");

    assertThat(article.status()).isEqualTo(Status.CANCELED);
    assertThat(article.id()).isEqualTo("storm-1");
    assertThat(article.body()).isEmpty();
  }

  @Test
  void anEmbargoWithoutOffsetIsRejectedWithWordsThatHelp() {
    Reading reading =
        read("---\nheadline: Budget\nembargo: 2026-11-23 18:00\n---\n\nText.\n".getBytes(UTF_8));

    assertThat(reading).isInstanceOf(Reading.Rejected.class);
    Reading.Rejected rejected = (Reading.Rejected) reading;
    assertThat(rejected.rejection().where()).contains("line 3");
    assertThat(rejected.rejection().remedy()).contains("+0");
  }

  @Property(seed = "2026", tries = 300)
  void anyBytesAreAnArticleOrARejection(@ForAll @Size(max = 600) byte[] bytes) {
    assertThat(read(bytes)).isNotNull();
  }

  @Property(seed = "2026", tries = 300)
  void anyTextIsAnArticleOrARejection(@ForAll String text) {
    assertThat(read(text.getBytes(UTF_8))).isNotNull();
  }

  private Article article(String text) {
    return article(text.getBytes(UTF_8));
  }

  private Article article(byte[] bytes) {
    Reading reading = read(bytes);
    assertThat(reading).isInstanceOf(Reading.Articles.class);
    return ((Reading.Articles) reading).articles().get(0);
  }

  private Reading read(byte[] bytes) {
    return readers.read(
        new Source("news/story.txt", bytes, Instant.parse("2026-11-23T10:00:00Z"), KOLKATA, null));
  }
}
