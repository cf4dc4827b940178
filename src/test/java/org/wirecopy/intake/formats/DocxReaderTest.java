package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.article.Status;
import org.wirecopy.intake.Reading;

class DocxReaderTest {
  private static String p(String runs) {
    return "<w:p>" + runs + "</w:p>";
  }

  private static String p(String style, String runs) {
    return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + runs + "</w:p>";
  }

  private static String item(int list, String text) {
    return "<w:p><w:pPr><w:numPr><w:ilvl w:val='0'/><w:numId w:val='%d'/></w:numPr></w:pPr>%s</w:p>"
        .formatted(list, r(text));
  }

  private static String r(String text) {
    return "<w:r><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
  }

  private static String r(String properties, String text) {
    return "<w:r><w:rPr>"
        + properties
        + "</w:rPr><w:t xml:space='preserve'>"
        + text
        + "</w:t></w:r>";
  }

  private static Article article(String body) {
    return Drops.article("a.docx", Zips.word(body).bytes());
  }

  @Test
  void aTableOfFieldsAboveTheTextIsRead() {
    String text =
        p(r("The first ferry left at dawn.")) + table("Ferry", "Sandhaven", "Dawn", "06:10");
    Article article =
        article(
            table("Headline", "Ferries sail again", "Embargo", "2026-11-25T06:00+01:00") + text);

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-11-25T06:00+01:00"));
    assertThat(Drops.body(article))
        .containsExactly("The first ferry left at dawn.", "Ferry", "Sandhaven", "Dawn", "06:10");
    assertThat(
            Drops.rejection(
                    "a.docx",
                    Zips.word(
                            table("Headline", "Ferries sail", "Embargo", "25 November, 06:00")
                                + text)
                        .bytes())
                .code())
        .startsWith("EMBARGO_");
  }

  private static String table(String... cells) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < cells.length; i += 2) {
      rows.append("<w:tr><w:tc>" + p(r(cells[i])) + "</w:tc><w:tc>" + p(r(cells[i + 1])))
          .append("</w:tc></w:tr>");
    }
    return "<w:tbl>" + rows + "</w:tbl>";
  }

  @Test
  void anEmbargoInTheHeaderOfThePagesCounts() {
    Zips word =
        Zips.word(p("Title", r("Ferries sail again")) + p(r("The first ferry left at dawn.")))
            .with(
                "word/_rels/document.xml.rels",
                "<Relationships><Relationship Id='h1' Target='header1.xml'/></Relationships>");
    String header = "<w:hdr xmlns:w='urn:w'>%s</w:hdr>";

    assertThat(
            Drops.rejection(
                    "a.docx",
                    word.with(
                            "word/header1.xml",
                            header.formatted(p(r("EMBARGOED UNTIL 6 A.M. SATURDAY"))))
                        .bytes())
                .code())
        .isEqualTo("EMBARGO_UNREADABLE");
    assertThat(
            Drops.body(
                Drops.article(
                    "a.docx",
                    word.with("word/header1.xml", header.formatted(p(r("The Coast, page 1"))))
                        .bytes())))
        .containsExactly("The first ferry left at dawn.");
  }

  @Test
  void tellsHeadlineSubheadBylineDateAndPlaceApart() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p("Subtitle", r("After three days of storm"))
                + p(r("By Ana Moor"))
                + p(r("March 14, 2026"))
                + p(r("SANDHAVEN — The first ferry left at dawn.")));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isEqualTo("After three days of storm");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T00:00+01:00"));
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(Drops.body(article)).containsExactly("SANDHAVEN — The first ferry left at dawn.");
  }

  @Test
  void withoutStylesTheFirstShortParagraphIsTheHeadline() {
    Article article = article(p(r("Ferries sail again")) + p(r("The first ferry left at dawn.")));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(article)).containsExactly("The first ferry left at dawn.");
  }

  @Test
  void keepsSubheadsListsQuotesAndCaptions() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(r("It was calm."))
                + p("Ueberschrift1", r("What is next"))
                + item(2, "first")
                + item(1, "one")
                + p("Zitat", r("We waited long."))
                + p("Beschriftung", r("The pier at dawn.")));

    assertThat(article.body())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH,
            Block.Kind.SUBHEAD,
            Block.Kind.BULLET,
            Block.Kind.NUMBERED,
            Block.Kind.QUOTE);
    assertThat(article.pictures()).containsExactly(Picture.captioned("The pier at dawn."));
  }

  @Test
  void keepsEmphasisAndSafeLinksOnly() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(
                    r("<w:b/>", "Bold")
                        + r("<w:b w:val='0'/>", " and ")
                        + r("<w:i/>", "slanted")
                        + r(" and ")
                        + "<w:hyperlink r:id='r1'>"
                        + r("here")
                        + "</w:hyperlink>"
                        + "<w:hyperlink r:id='r2'>"
                        + r(" there")
                        + "</w:hyperlink>"
                        + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK"
                        + " \"https://coast.example/y\" </w:instrText></w:r>"
                        + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
                        + r(" field")
                        + "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
                        + r(".")));

    assertThat(article.body().get(0).text()).isEqualTo("Bold and slanted and here there field.");
    assertThat(article.body().get(0).spans())
        .containsExactly(
            new Span("Bold", Span.Style.STRONG, null),
            Span.plain(" and "),
            new Span("slanted", Span.Style.EMPHASIS, null),
            Span.plain(" and "),
            new Span("here", Span.Style.PLAIN, "https://coast.example/x"),
            Span.plain(" there"),
            new Span(" field", Span.Style.PLAIN, "https://coast.example/y"),
            Span.plain("."));
  }

  @Test
  void publishesTrackedInsertionsAndNoDeletions() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(
                    r("The ferry ")
                        + "<w:del><w:r><w:delText>SUNK</w:delText></w:r></w:del>"
                        + "<w:ins>"
                        + r("sailed")
                        + "<w:del>"
                        + r("DELETED")
                        + "</w:del></w:ins>"
                        + "<w:moveFrom>"
                        + r("MOVED")
                        + "</w:moveFrom><w:moveTo>"
                        + r(" at dawn")
                        + "</w:moveTo>"
                        + r("."))
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
                + r("Two halves ")
                + "</w:p>"
                + p(r("joined."))
                + "<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>"
                + p(r("DELETED ROW"))
                + "</w:tc></w:tr></w:tbl>");

    assertThat(Drops.body(article))
        .containsExactly("The ferry sailed at dawn.", "Two halves joined.");
  }

  @Test
  void hiddenTextAndCommentsNeverGoOut() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(
                    r("It was calm.")
                        + r("<w:vanish/>", " SECRET")
                        + "<w:commentRangeStart/>"
                        + "<w:r><w:commentReference w:id='0'/></w:r>")
                + p("Notiz", r("SECRET NOTE"))
                + p(r("The sea was flat.")));

    assertThat(article.toString()).doesNotContain("SECRET");
    assertThat(Drops.body(article)).containsExactly("It was calm.", "The sea was flat.");
  }

  @Test
  void takesFieldsAtTheTopAsFrontMatter() {
    Article article =
        article(
            p(r("---"))
                + p(r("embargo: 2026-03-14T18:00+01:00"))
                + p(r("urgency: 2"))
                + p(r("---"))
                + p(r("Ferries sail again"))
                + p(r("It was calm.")));

    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
    assertThat(article.urgency()).isEqualTo(2);
    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(article)).containsExactly("It was calm.");
  }

  @Test
  void fieldsAtTheTopNeedNoBlankParagraphBelow() {
    Article article =
        article(
            p(r("Embargo: 2026-03-14T18:00+01:00"))
                + p("Title", r("Ferries sail again"))
                + p(r("It was calm.")));

    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(article)).containsExactly("It was calm.");
  }

  @Test
  void fieldsOfAnotherDeskAmongThemMakeThemNoText() {
    Article article =
        article(
            p(r("Headline: Ferries sail again"))
                + p(r("Photo 1: pier.jpg"))
                + p(r("Status:\twithheld"))
                + p(r("Body:"))
                + p(r("It was calm."))
                + p(r("Flat, too.")));

    assertThat(article.status()).isEqualTo(Status.WITHHELD);
    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(article)).containsExactly("It was calm.", "Flat, too.");
  }

  @Test
  void handsOverPicturesWithTheirCaptions() {
    byte[] file =
        Zips.word(
                p("Title", r("Ferries sail again"))
                    + p(r("It was calm."))
                    + p(
                        "<w:r><w:drawing><docPr descr='A pier'/><blip r:embed='p1'/></w:drawing></w:r>")
                    + p("Beschriftung", r("The pier at dawn.")))
            .with("word/media/pier.png", Zips.png())
            .bytes();

    Reading.Articles articles = Drops.articles("a.docx", file);

    Picture picture = articles.articles().get(0).pictures().get(0);
    assertThat(picture.caption()).isEqualTo("The pier at dawn.");
    assertThat(picture.alt()).isEqualTo("A pier");
    assertThat(picture.media())
        .extracting("contentType", "width")
        .containsExactly("image/png", 640);
    assertThat(articles.media()).containsOnlyKeys(picture.media().digest());
  }

  @Test
  void saysWhatIsWrongWithADamagedFile() {
    byte[] whole = Zips.word(p("Title", r("Ferries")) + p(r("It was calm."))).bytes();

    assertThat(Drops.rejection("a.docx", Arrays.copyOf(whole, whole.length / 2)).code())
        .isEqualTo("INCOMPLETE");
    assertThat(Drops.rejection("a.docx", "Ferries\n\nIt was calm.").code())
        .isEqualTo("TYPE_MISMATCH");
    assertThat(
            Drops.rejection("a.docx", new Zips().with("[Content_Types].xml", "<T/>").bytes())
                .code())
        .isEqualTo("TYPE_MISMATCH");
    assertThat(Drops.rejection("a.docx", Zips.word(p(r("Only a headline"))).bytes()).code())
        .isEqualTo("NO_BODY");
    assertThat(Drops.rejection("a.docx", Zips.word("").bytes()).code()).isEqualTo("NO_HEADLINE");
  }

  @Test
  void readsATableInATableManyTimesOver() {
    String open = "<w:tbl><w:tr><w:tc>".repeat(3_000);
    String close = "</w:tc></w:tr></w:tbl>".repeat(3_000);

    assertThat(Drops.rejection("a.docx", Zips.word(open + p(r("Deep")) + close).bytes()).code())
        .isEqualTo("NESTING_TOO_DEEP");
  }

  @Test
  void whatStandsAboveEveryReleaseIsNoHeadline() {
    for (String head :
        new String[] {"FOR IMMEDIATE RELEASE", "Press release", "Pressemitteilung:"}) {
      assertThat(article(p(r(head)) + p(r("Ferries sail again")) + p(r("It was calm."))).headline())
          .isEqualTo("Ferries sail again");
    }
  }

  @Test
  void bylineAndDateAreFoundBelowASubheadThatHasNoStyle() {
    Article article =
        article(
            p(r("Ferries sail again"))
                + p(r("Storm is over after three days"))
                + p(r("By Ana Moor and Lea Beck in Sandhaven"))
                + p(r("9:30 AM, March 14, 2026"))
                + p(r("The first ferry left at dawn.")));

    assertThat(article.subhead()).isEqualTo("Storm is over after three days");
    assertThat(article.byline().names()).containsExactly("Ana Moor", "Lea Beck");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30+01:00"));
    assertThat(Drops.body(article)).containsExactly("The first ferry left at dawn.");
  }

  @Test
  void aNameAboveADateIsAByline() {
    Article article =
        article(
            p(r("Ferries sail again"))
                + p(r("Ana Moor"))
                + p(r("March 14, 2026"))
                + p(r("The first ferry left at dawn.")));

    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(Drops.body(article)).containsExactly("The first ferry left at dawn.");
  }

  @Test
  void shortLinesWithoutBylineOrDateStayInTheText() {
    Article article =
        article(
            p(r("Ferries sail again"))
                + p(r("The times at a glance"))
                + p(r("Early, late and not at all"))
                + p(r("The first ferry left at dawn."))
                + p(r("By Ana Moor")));

    assertThat(article.subhead()).isNull();
    assertThat(Drops.body(article)).hasSize(4);
  }

  @Test
  void otherHeadlinesAreListedAndNotPartOfTheText() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(r("The first ferry left at dawn."))
                + p(r("Also read: Harbour master wins her case in court"))
                + p(r("It was calm, said the harbour master."))
                + p("Ueberschrift1", r("Also read"))
                + item(2, "Old ferry is sold to a museum")
                + item(2, "Sandhaven builds a second pier"));

    assertThat(Drops.body(article))
        .containsExactly("The first ferry left at dawn.", "It was calm, said the harbour master.");
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly(
            "Harbour master wins her case in court",
            "Old ferry is sold to a museum",
            "Sandhaven builds a second pier");
  }

  @Test
  void theNextHeadingOfTheStoryEndsAListOfOtherHeadlines() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(r("The first ferry left at dawn."))
                + p(r("Related stories"))
                + item(2, "Old ferry is sold to a museum")
                + p("Ueberschrift1", r("What comes next"))
                + p(r("Two more ferries")));

    assertThat(Drops.body(article))
        .containsExactly("The first ferry left at dawn.", "What comes next", "Two more ferries");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENDS", "-ENDS-", "- Ends -", "###", "# # #", "-30-", "Ende"})
  void whatStandsBelowTheEndOfAReleaseIsForEditorsAlone(String mark) {
    Reading.Articles articles =
        Drops.articles(
            "a.docx",
            Zips.word(
                    p("Title", r("Ferries sail again"))
                        + p(r("The first ferry left at dawn."))
                        + p(r(mark))
                        + p(r("Media contact: Ana Moor, +44 20 7946 0991")))
                .bytes());

    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("The first ferry left at dawn.");
    assertThat(articles.warnings()).singleElement().asString().contains("story's end");
  }

  @Test
  void theSignsOfTheEndAloneAreNoPartOfTheStory() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(r("The first ferry left at dawn."))
                + p(r("###")));

    assertThat(Drops.body(article)).containsExactly("The first ferry left at dawn.");
  }

  @Test
  void signsBetweenChaptersEndNoStory() {
    Article article =
        article(
            p("Title", r("Ferries sail again"))
                + p(r("The first ferry left at dawn."))
                + p(r("###"))
                + p(r("It was calm."))
                + p(r("###"))
                + p(r("Contact: a@coast.example")));

    assertThat(Drops.body(article)).hasSize(3).doesNotContain("Contact: a@coast.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Press contact: Ana Moor, a.moor@coast.example",
        "T: +44 20 7946 0991",
        "Contact: 020 7946 0991"
      })
  void whomThePressMayAskIsLeftOutWithoutSuchAMarkToo(String card) {
    Reading.Articles articles =
        Drops.articles(
            "a.docx",
            Zips.word(
                    p("Title", r("Ferries sail again"))
                        + p(r("The first ferry left at dawn."))
                        + p(r("Tickets: 030 2852 32292"))
                        + p(r(card)))
                .bytes());

    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("The first ferry left at dawn.", "Tickets: 030 2852 32292");
    assertThat(articles.warnings()).singleElement().asString().contains("whom to ask");
  }

  @Test
  void struckOutTextIsLeftOutWithAWarning() {
    byte[] document =
        Zips.word(
                p("Title", r("<w:strike/>", "SECRET ") + r("Ferries sail again"))
                    + p(r("It was ") + r("<w:dstrike w:val='true'/>", "SECRET ") + r("calm."))
                    + p("Notiz", r("<w:strike/>", "SECRET"))
                    + p(r("<w:strike w:val='0'/>", "It stayed so.")))
            .bytes();

    Reading.Articles articles = Drops.articles("a.docx", document);

    assertThat(articles.articles().get(0).headline()).isEqualTo("Ferries sail again");
    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("It was calm.", "It stayed so.");
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }

  @Test
  void aStyleStrikesOutUnlessTheRunSaysOtherwise() {
    Zips word =
        Zips.word(
                p("Title", r("Ferries sail again"))
                    + p("Weg", r("SECRET"))
                    + p("Weg", r("<w:strike w:val='false'/>", "It was calm."))
                    + p(r("<w:rStyle w:val='Weg'/>", "SECRET") + r("It stayed so.")))
            .changed(
                "word/styles.xml",
                bytes ->
                    new String(bytes, StandardCharsets.UTF_8)
                        .replace(
                            "</w:styles>",
                            "<w:style w:styleId='Weg'><w:rPr><w:strike/></w:rPr></w:style></w:styles>")
                        .getBytes(StandardCharsets.UTF_8));

    assertThat(Drops.body(Drops.article("a.docx", word.bytes())))
        .containsExactly("It was calm.", "It stayed so.");
  }

  @Test
  void aDocumentThatIsAllStruckOutIsNotSent() {
    Zips word =
        Zips.word(p("Title", r("Ferries sail again")) + p(r("<w:strike/>", "It was calm.")));

    assertThat(Drops.rejection("a.docx", word.bytes()).code()).isEqualTo("NO_BODY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"BC-US--Tram Vote, 1st Ld-Writethru", "TRAM-VOTE"})
  void aSlugAboveTheHeadlineIsNone(String slug) {
    Article article =
        article(
            p(r(slug)) + p(r("Ferries sail again")) + p(r("By Ana Moor")) + p(r("It was calm.")));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isNull();
    assertThat(Drops.body(article)).containsExactly("It was calm.");
  }

  @Test
  void aHeadlineThatLooksLikeASlugStays() {
    assertThat(article(p("Title", r("COVID-19")) + p(r("It was calm."))).headline())
        .isEqualTo("COVID-19");
    assertThat(article(p(r("COVID-19")) + p(r("By Ana Moor")) + p(r("It was calm."))).headline())
        .isEqualTo("COVID-19");
  }
}
