package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Reading;

class OdtReaderTest {
  private static final String STYLES =
      "<style:style style:name='P1' style:parent-style-name='Title'/>"
          + "<style:style style:name='B'><style:text-properties fo:font-weight='bold'/></style:style>"
          + "<style:style style:name='I'><style:text-properties fo:font-style='italic'/></style:style>"
          + "<style:style style:name='H'><style:text-properties text:display='none'/></style:style>"
          + "<text:list-style style:name='L1'><text:list-level-style-number/></text:list-style>"
          + "<text:list-style style:name='L2'><text:list-level-style-bullet/></text:list-style>";
  private static final String TITLE = "<text:p text:style-name='P1'>Ferries sail again</text:p>";

  private static String p(String content) {
    return "<text:p>" + content + "</text:p>";
  }

  private static Article article(String text) {
    return Drops.article("a.odt", Zips.openDocument(STYLES, text).bytes());
  }

  @Test
  void anEmbargoInTheHeaderOfThePagesCounts() {
    byte[] odt =
        Zips.openDocument(STYLES, TITLE + p("The first ferry left at dawn."))
            .with(
                "styles.xml",
                "<o:document-styles xmlns:o='urn:o' xmlns:style='urn:s' xmlns:text='urn:t'>"
                    + "<o:master-styles><style:master-page><style:header>"
                    + p("EMBARGOED UNTIL 6 A.M. SATURDAY")
                    + "</style:header></style:master-page></o:master-styles></o:document-styles>")
            .bytes();

    assertThat(Drops.rejection("a.odt", odt).code()).isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void tellsHeadlineSubheadBylineDateAndPlaceApart() {
    Article article =
        article(
            TITLE
                + "<text:p text:style-name='Subtitle'>After three days of storm</text:p>"
                + p("By Ana Moor")
                + p("14 March 2026, 09:30")
                + p("SANDHAVEN — The first ferry left at dawn."));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isEqualTo("After three days of storm");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30+01:00"));
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(Drops.body(article)).containsExactly("SANDHAVEN — The first ferry left at dawn.");
  }

  @Test
  void keepsSubheadsListsQuotesAndCaptions() {
    Article article =
        article(
            TITLE
                + p("It was calm.")
                + "<text:h text:outline-level='2'>What is next</text:h>"
                + "<text:list text:style-name='L2'><text:list-item><text:p>first</text:p>"
                + "</text:list-item></text:list>"
                + "<text:list text:style-name='L1'><text:list-item><text:p>one</text:p>"
                + "<text:list><text:list-item><text:p>one and a half</text:p></text:list-item></text:list>"
                + "</text:list-item></text:list>"
                + "<text:p text:style-name='Quotations'>We waited long.</text:p>"
                + "<text:p text:style-name='Illustration'>The pier at dawn.</text:p>");

    assertThat(article.body())
        .extracting(Block::kind)
        .containsExactly(
            Block.Kind.PARAGRAPH,
            Block.Kind.SUBHEAD,
            Block.Kind.BULLET,
            Block.Kind.NUMBERED,
            Block.Kind.NUMBERED,
            Block.Kind.QUOTE);
    assertThat(article.pictures()).containsExactly(Picture.captioned("The pier at dawn."));
  }

  @Test
  void keepsBlanksEmphasisAndSafeLinks() {
    Article article =
        article(
            TITLE
                + p(
                    "A<text:s text:c='3'/>ferry <text:span text:style-name='B'>left</text:span> "
                        + "<text:span text:style-name='I'>early</text:span><text:tab/>"
                        + "<text:a xlink:href='https://coast.example/x'>here</text:a> "
                        + "<text:a xlink:href='javascript:x'>there</text:a>"));

    assertThat(article.body().get(0).text()).isEqualTo("A ferry left early here there");
    assertThat(article.body().get(0).spans())
        .contains(
            new Span("left", Span.Style.STRONG, null),
            new Span("early", Span.Style.EMPHASIS, null),
            new Span("here", Span.Style.PLAIN, "https://coast.example/x"));
  }

  @Test
  void deletedAndHiddenTextAndNotesNeverGoOut() {
    Article article =
        article(
            "<text:tracked-changes><text:changed-region text:id='c1'><text:deletion>"
                + p("SECRET")
                + "</text:deletion></text:changed-region></text:tracked-changes>"
                + TITLE
                + p(
                    "It was <text:change text:change-id='c1'/><text:change-start text:change-id='c2'/>"
                        + "very <text:change-end text:change-id='c2'/>calm."
                        + "<o:annotation><text:p>SECRET</text:p></o:annotation>"
                        + "<text:note><text:note-body><text:p>SECRET</text:p></text:note-body></text:note>"
                        + "<text:span text:style-name='H'>SECRET</text:span>"
                        + "<text:hidden-text>SECRET</text:hidden-text>")
                + "<text:p text:style-name='H'>SECRET</text:p>"
                + p("<text:hidden-paragraph text:is-hidden='true'/>SECRET")
                + "<text:section text:display='none'>"
                + p("SECRET")
                + "</text:section>");

    assertThat(article.toString()).doesNotContain("SECRET");
    assertThat(Drops.body(article)).containsExactly("It was very calm.");
  }

  @Test
  void handsOverPicturesWithTheirCaptions() {
    byte[] file =
        Zips.openDocument(
                STYLES,
                TITLE
                    + p("It was calm.")
                    + p(
                        "<draw:frame><draw:image xlink:href='Pictures/pier.png'/>"
                            + "<svg:desc>A pier</svg:desc></draw:frame>")
                    + "<text:p text:style-name='Illustration'>The pier at dawn.</text:p>")
            .with("Pictures/pier.png", Zips.png())
            .bytes();

    Reading.Articles articles = Drops.articles("a.odt", file);

    Picture picture = articles.articles().get(0).pictures().get(0);
    assertThat(picture.caption()).isEqualTo("The pier at dawn.");
    assertThat(picture.alt()).isEqualTo("A pier");
    assertThat(articles.media()).containsOnlyKeys(picture.media().digest());
  }

  @Test
  void saysWhatIsWrongWithAFileThatCannotBeRead() {
    byte[] whole = Zips.openDocument(STYLES, TITLE + p("It was calm.")).bytes();

    assertThat(Drops.rejection("a.odt", Arrays.copyOf(whole, whole.length - 30)).code())
        .isEqualTo("INCOMPLETE");
    assertThat(Drops.rejection("a.odt", "Ferries\n\nIt was calm.").code())
        .isEqualTo("TYPE_MISMATCH");
    assertThat(
            Drops.rejection(
                    "a.odt",
                    Zips.openDocument(STYLES, TITLE)
                        .with(
                            "META-INF/manifest.xml",
                            "<manifest><file-entry><encryption-data/></file-entry></manifest>")
                        .bytes())
                .code())
        .isEqualTo("ENCRYPTED");
  }

  @Test
  void struckOutTextIsLeftOutWithAWarning() {
    String styles =
        STYLES
            + "<style:style style:name='S'><style:text-properties"
            + " style:text-line-through-style='solid'/></style:style>"
            + "<style:style style:name='N'><style:text-properties"
            + " style:text-line-through-style='none' style:text-line-through-type='none'/></style:style>"
            + "<style:style style:name='D'><style:text-properties"
            + " style:text-line-through-type='double'/></style:style>";
    String text =
        TITLE
            + p("It was <text:span text:style-name='S'>SECRET </text:span>calm.")
            + "<text:p text:style-name='D'>SECRET</text:p>"
            + "<text:p text:style-name='N'>It stayed so.</text:p>";

    Reading.Articles articles = Drops.articles("a.odt", Zips.openDocument(styles, text).bytes());

    assertThat(Drops.body(articles.articles().get(0)))
        .containsExactly("It was calm.", "It stayed so.");
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }
}
