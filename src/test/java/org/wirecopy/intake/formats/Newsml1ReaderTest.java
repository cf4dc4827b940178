package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Reading;

class Newsml1ReaderTest {
  private static String item(String management, String content) {
    return """
        <NewsItem><Identification><NewsIdentifier><ProviderId>coast.example</ProviderId>
          <DateId>20260314</DateId><NewsItemId>ferry</NewsItemId><RevisionId PreviousRevision="0" Update="N">2</RevisionId>
          <PublicIdentifier>urn:newsml:coast.example:20260314:ferry:2N</PublicIdentifier></NewsIdentifier></Identification>
          <NewsManagement><ThisRevisionCreated>20260314T093000+0100</ThisRevisionCreated>%s<Urgency FormalName="3"/></NewsManagement>
          <NewsComponent><NewsLines><HeadLine>Ferries sail again</HeadLine><SubHeadLine>After three days</SubHeadLine>
            <ByLine>By Ana Moor</ByLine><DateLine>SANDHAVEN, March 14</DateLine><CopyrightLine>(c) Coast</CopyrightLine></NewsLines>
            <AdministrativeMetadata><Source><Party FormalName="Coast News"/></Source></AdministrativeMetadata>
            <DescriptiveMetadata><Language FormalName="en"/><SubjectCode><Subject FormalName="13005000"/></SubjectCode></DescriptiveMetadata>
            <ContentItem><MediaType FormalName="Text"/><DataContent>%s</DataContent></ContentItem></NewsComponent></NewsItem>
        """
        .formatted(management, content);
  }

  private static String file(String items) {
    return "<?xml version=\"1.0\"?><!DOCTYPE NewsML SYSTEM \"http://127.0.0.1:9/NewsML_1.2.dtd\">"
        + "<NewsML><NewsEnvelope><DateAndTime>20260314T100000+0100</DateAndTime></NewsEnvelope>"
        + items
        + "</NewsML>";
  }

  private static String usable(String content) {
    return file(item("<Status FormalName=\"Usable\"/>", content));
  }

  @Test
  void takesTheFactsOfTheItem() {
    Article article =
        Drops.article(
            "a.xml",
            usable("<html><body><p>The first <b>ferry</b> left.</p><p>Calm.</p></body></html>"));

    assertThat(article.id()).isEqualTo("urn:newsml:coast.example:20260314:ferry");
    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isEqualTo("After three days");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30+01:00"));
    assertThat(article.urgency()).isEqualTo(3);
    assertThat(article.language()).isEqualTo("en");
    assertThat(article.subjects()).containsExactly(new Subject("subj", "13005000", null));
    assertThat(article.rights().source()).isEqualTo("Coast News");
    assertThat(article.rights().copyrightNotice()).isEqualTo("(c) Coast");
    assertThat(Drops.body(article)).containsExactly("The first ferry left.", "Calm.");
  }

  @Test
  void readsNitfAndPlainTextWithin() {
    assertThat(
            Drops.body(
                Drops.article(
                    "a.xml",
                    usable(
                        "<nitf><body><body.content><p>One.</p><p>Two.</p></body.content></body></nitf>"))))
        .containsExactly("One.", "Two.");
    assertThat(Drops.body(Drops.article("a.xml", usable("One.\n\nTwo."))))
        .containsExactly("One.", "Two.");
  }

  @Test
  void honoursStatusAndEmbargo() {
    String canceled = file(item("<Status FormalName=\"Canceled\"/>", ""));
    String withheld = file(item("<Status FormalName=\"Withheld\"/>", "Text."));
    String embargoed =
        file(
            item(
                "<Status FormalName=\"Embargoed\"/><StatusWillChange><FutureStatus FormalName=\"Usable\"/>"
                    + "<DateAndTime>20260314T180000+0100</DateAndTime></StatusWillChange>",
                "Text."));

    assertThat(Drops.article("a.xml", canceled).status()).isEqualTo(Status.CANCELED);
    assertThat(Drops.article("a.xml", withheld).status()).isEqualTo(Status.WITHHELD);
    assertThat(Drops.article("a.xml", embargoed).embargo())
        .isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
  }

  @Test
  void neverGuessesAStatusOrTheEndOfAnEmbargo() {
    assertThat(
            Drops.rejection("a.xml", file(item("<Status FormalName=\"Maybe\"/>", "Text."))).code())
        .isEqualTo("STATUS_UNKNOWN");
    assertThat(
            Drops.rejection("a.xml", file(item("<Status FormalName=\"Embargoed\"/>", "Text.")))
                .code())
        .isEqualTo("EMBARGO_UNREADABLE");
  }

  @Test
  void severalItemsAreSeveralArticles() {
    String second = item("<Status FormalName=\"Usable\"/>", "Other.").replace(">ferry<", ">tram<");
    Reading.Articles articles =
        Drops.articles(
            "a.xml",
            file(item("<Status FormalName=\"Usable\"/>", "One.") + second)
                .getBytes(StandardCharsets.UTF_8));

    assertThat(articles.articles()).extracting(Article::id).doesNotHaveDuplicates().hasSize(2);
  }
}
