package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

class MarkdownReaderTest {
  private static Reading read(String text) {
    return read("port.md", text);
  }

  private static Reading read(String name, String text) {
    return Readers.standard()
        .read(
            new Source(
                name,
                text.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-11-20T00:00:00Z"),
                ZoneOffset.UTC,
                null));
  }

  private static Article article(String name, String text) {
    return ((Reading.Articles) read(name, text)).articles().get(0);
  }

  private static Article article(String text) {
    return ((Reading.Articles) read(text)).articles().get(0);
  }

  private static List<String> body(String text) {
    return article(text).body().stream().map(Block::text).toList();
  }

  @Test
  void aFirstLineAloneIsTheHeadlineWhereNoHeadingIs() {
    Article article =
        article(
            """
            Council raises harbour fee

            The council **will** raise the fee, see [the plan](https://example.com/plan).

            > We must act now, said the mayor.
            """);

    assertThat(article.headline()).isEqualTo("Council raises harbour fee");
    assertThat(article.body().stream().map(Block::text))
        .containsExactly(
            "The council will raise the fee, see the plan.", "We must act now, said the mayor.");
  }

  @Test
  void aKickerAboveAHeadingIsNoHeadline() {
    assertThat(read("Harbour news\n\n# Council raises fee\n\nThe council will raise it.\n"))
        .isInstanceOf(Reading.Rejected.class);
  }

  @Test
  void typedLinesAboveTheTextAreReadAsInPlainText() {
    Article article =
        article(
            """
            Council raises harbour fee
            By Ann Lee

            The council said on Monday that it will raise the fee for **all** ships.

            The plan is open to the public until the end of the month.
            """);

    assertThat(article.headline()).isEqualTo("Council raises harbour fee");
    assertThat(article.byline().text()).isEqualTo("Ann Lee");
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void theWordsBehindAScriptStayAndTheScriptGoes() {
    assertThat(
            body(
                """
                # Storm closes Ellery port

                <script>track("ellery")</script> The port is shut
                for a second day.

                <style>p { color: red }</style>
                <p>Gales keep <b>ferries</b> at their berths.</p>

                Divers <script>count()</script>look for two containers.
                """))
        .containsExactly(
            "The port is shut for a second day.",
            "Gales keep ferries at their berths.",
            "Divers look for two containers.");
  }

  @Test
  void markupAroundParagraphsIsNoReasonToLoseThem() {
    assertThat(
            body(
                """
                # Storm closes Ellery port

                <div class="lead">
                The port is shut for a second day.
                </div>

                <!-- phone the harbour master -->

                <ul><li>No ferries</li><li>No freight</li></ul>

                Gales keep ferries at their berths.
                """))
        .containsExactly(
            "The port is shut for a second day.",
            "No ferries",
            "No freight",
            "Gales keep ferries at their berths.");
  }

  @Test
  void whatStandsBetweenFencesStays() {
    assertThat(
            body(
                """
                # Storm closes Ellery port

                The notice reads:

                ```
                PORT CLOSED <script>
                ```
                """))
        .containsExactly("The notice reads:", "PORT CLOSED <script>");
  }

  @Test
  void aScriptThatNeverEndsWouldTakeTheRestOfTheStoryWithIt() {
    Reading block = read("# Storm closes port\n\nIt is shut.\n\n<script>\n\nFor how long?\n");
    Reading inline = read("# Storm closes port\n\nIt is shut <style> for long.\n\nStill.\n");

    for (Reading reading : List.of(block, inline)) {
      assertThat(reading).isInstanceOf(Reading.Rejected.class);
      assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo("SCRIPT_UNCLOSED");
    }
  }

  @Test
  void aPictureIsNoPartOfTheText() {
    Article article =
        article(
            """
            # Storm closes Ellery port

            ![The pier under water](https://pictures.example/pier.jpg "The pier on Friday")

            The port is shut. ![](javascript:alert(1))

            <img src="https://pictures.example/quay.jpg" alt="The quay">
            """);

    assertThat(article.body()).extracting(Block::text).containsExactly("The port is shut.");
    assertThat(article.pictures()).hasSize(2);
    assertThat(article.pictures().get(0).href()).isEqualTo("https://pictures.example/pier.jpg");
    assertThat(article.pictures().get(0).alt()).isEqualTo("The pier under water");
    assertThat(article.pictures().get(0).caption()).isEqualTo("The pier on Friday");
    assertThat(article.pictures().get(1).href()).isEqualTo("https://pictures.example/quay.jpg");
  }

  @Test
  void aPictureThatComesInTheSameArchiveKeepsItsWords() {
    Article article = article("# Storm closes port\n\nIt is shut.\n\n![The pier](pier.jpg)\n");

    assertThat(article.pictures()).hasSize(1);
    assertThat(article.pictures().get(0).alt()).isEqualTo("The pier");
    assertThat(article.pictures().get(0).href()).isNull();
  }

  @Test
  void aParagraphOfVeryManyLinesIsRefusedForItsCostGrowsWithTheirSquare() {
    String lines = "# Council raises fee\n\n" + "+++\n".repeat(1_001);
    assertThat(((Reading.Rejected) read(lines)).rejection().code()).isEqualTo("PARAGRAPH_TOO_LONG");
    assertThat(((Reading.Rejected) read(lines.replace("+++", "> +"))).rejection().code())
        .isEqualTo("PARAGRAPH_TOO_LONG");
  }

  @Test
  void aListMayHaveVeryManyItems() {
    assertThat(body("# All results\n\n" + "- Anna Berg 12.3 s\n".repeat(3_000))).hasSize(3_000);
  }

  @Test
  void bylineAndDateBelowTheHeadlineAreNoneOfTheText() {
    for (String lines :
        new String[] {
          "*By Ana Moor*\n\n*14 March 2026*",
          "By Ana Moor | March 14, 2026",
          "Ana Moor · 14 March 2026"
        }) {
      Article article = article("# Storm closes port\n\n" + lines + "\n\nThe port is shut.\n");

      assertThat(article.byline().names()).containsExactly("Ana Moor");
      assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T00:00Z"));
      assertThat(article.body().stream().map(Block::text)).containsExactly("The port is shut.");
    }
  }

  @Test
  void otherHeadlinesAreListedWithTheirLinks() {
    Article article =
        article(
            "# Storm closes port\n\nThe port is shut.\n\n**Also read:**\n\n"
                + "- [Harbour master wins her case](https://example.com/a)\n"
                + "- Old ferry is sold to a museum\n");

    assertThat(article.body()).hasSize(1);
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly("Harbour master wins her case", "Old ferry is sold to a museum");
    assertThat(article.alsoRead().get(0).href()).isEqualTo("https://example.com/a");
  }

  @Test
  void whatStandsBelowTheEndIsForEditorsAlone() {
    for (String mark : new String[] {"ENDS", "\\-30-", "###"}) {
      assertThat(
              body(
                  "# Storm closes port\n\nThe port is shut.\n\n"
                      + mark
                      + "\n\nContact: Ana Moor\n"))
          .containsExactly("The port is shut.");
    }
  }

  @Test
  void aHashInATypedTextIsNoReasonToMissItsHeadline() {
    String text =
        "Storm closes port\n\nThe port is shut, said the harbour master on Sunday evening.\n\n"
            + "# What comes next\n\nNobody knows when the ferries will sail again, she said.\n";
    Article article = article("port.txt", text);

    assertThat(article.headline()).isEqualTo("Storm closes port");
    assertThat(article.body()).extracting(Block::kind).contains(Block.Kind.SUBHEAD);
    assertThat(article("port.txt", text.replace("port\n\n", "port\nBy Ana Moor\n\n")).headline())
        .isEqualTo("Storm closes port");
  }

  @Test
  void theNotebookOfAnAgencyStaysInTheHouse() {
    Article article =
        article(
            "port.txt",
            "Sturm schließt Hafen\n\nDer Hafen ist zu.\n\n# Notizblock\n\n## Kontakte\n- Ana Moor\n");

    assertThat(article.body().stream().map(Block::text)).containsExactly("Der Hafen ist zu.");
  }

  @Test
  void theRowsOfATableAreLinesAndItsRuleIsNone() {
    assertThat(
            body(
                "# Storm closes port\n\nThe port is shut.\n\n"
                    + "| Stop | Year |\n|------|:----:|\n| Wharf *Road* | 2028 |\n| Pier | 2029 |\n"))
        .containsExactly("The port is shut.", "Stop Year", "Wharf Road 2028", "Pier 2029");
  }

  @Test
  void struckOutTextIsLeftOutWithAWarning() {
    Reading.Articles articles =
        (Reading.Articles)
            read(
                """
                # ~~SECRET~~ Council raises harbour fee

                The council ~~SECRET
                and **SECRET**~~ will raise the fee. It stays ~~ so ~~ for now.

                - ~~SECRET~~
                - It costs ~5 euros.

                <p>Ships <s>SECRET</s> pay <del>SECRET</del> more.</p>
                """);

    Article article = articles.articles().get(0);
    assertThat(article.headline()).isEqualTo("Council raises harbour fee");
    assertThat(article.body().stream().map(Block::text))
        .containsExactly(
            "The council will raise the fee. It stays ~~ so ~~ for now.",
            "It costs ~5 euros.",
            "Ships pay more.");
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }

  @Test
  void struckOutTagsWithinALineCountToo() {
    assertThat(body("# Council raises harbour fee\n\nThe <s>old</s> fee <del>rises</del>falls.\n"))
        .containsExactly("The fee falls.");
  }
}
