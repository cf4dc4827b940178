package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Reading;

class NitfReaderTest {
  private static final String HEAD =
      """
      <head><title>Ferry</title>
        <tobject><tobject.subject tobject.subject.refnum="13005000" tobject.subject.matter="Harbours"/></tobject>
        <docdata management-status="usable">
          <doc-id id-string="urn:newsml:coast.example:ferry-1" regsrc="Coast"/>
          <urgency ed-urg="3"/>
          <date.issue norm="20260314T093000+0100"/>%s
          <doc.copyright holder="Coast News" year="2026"/>
        </docdata></head>
      """;

  private static String file(String docdata, String content) {
    return "<?xml version=\"1.0\"?>\n<!DOCTYPE nitf SYSTEM \"http://127.0.0.1:9/nitf.dtd\">\n<nitf>"
        + HEAD.formatted(docdata)
        + """
        <body><body.head><hedline><hl1>Ferries sail again</hl1><hl2>After three days</hl2></hedline>
        <byline>By Ana Moor<byttl>Harbour reporter</byttl></byline>
        <dateline>SANDHAVEN, March 14 (Coast) -</dateline></body.head>
        <body.content>%s</body.content></body></nitf>
        """
            .formatted(content);
  }

  @Test
  void takesTheFactsOfTheHead() {
    Article article = Drops.article("a.xml", file("", "<p>The first ferry left.</p>"));

    assertThat(article.headline()).isEqualTo("Ferries sail again");
    assertThat(article.subhead()).isEqualTo("After three days");
    assertThat(article.id()).isEqualTo("urn:newsml:coast.example:ferry-1");
    assertThat(article.byline().names()).containsExactly("Ana Moor");
    assertThat(article.dateline().place()).isEqualTo("SANDHAVEN");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30+01:00"));
    assertThat(article.urgency()).isEqualTo(3);
    assertThat(article.subjects()).contains(new Subject("subj", "13005000", "Harbours"));
    assertThat(article.rights().copyrightHolder()).isEqualTo("Coast News");
    assertThat(article.status()).isEqualTo(Status.USABLE);
  }

  @Test
  void keepsSubheadsListsAndLinksAndLeavesScriptsOut() {
    Article article =
        Drops.article(
            "a.xml",
            file(
                "",
                "<p>One <a href='https://coast.example/x'>link</a>.</p><script>alert(1)</script>"
                    + "<hl2>Later</hl2><ul><li>first</li></ul>"
                    + "<media media-type='image'><media-caption>The pier.</media-caption></media>"));

    assertThat(article.body())
        .extracting(Block::kind)
        .containsExactly(Block.Kind.PARAGRAPH, Block.Kind.SUBHEAD, Block.Kind.BULLET);
    assertThat(Drops.body(article)).containsExactly("One link.", "Later", "first");
    assertThat(article.body().get(0).spans().get(1).href()).isEqualTo("https://coast.example/x");
    assertThat(article.pictures()).extracting("caption").containsExactly("The pier.");
  }

  @Test
  void releaseAfterTheIssueIsAnEmbargo() {
    Article article =
        Drops.article(
            "a.xml", file("<date.release norm=\"20260314T180000+0100\"/>", "<p>Text.</p>"));

    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
  }

  @Test
  void releaseWithoutAnOffsetIsRejectedSinceItsMomentIsNotKnown() {
    assertThat(
            Drops.rejection(
                    "a.xml", file("<date.release norm=\"20260314T180000\"/>", "<p>Text.</p>"))
                .code())
        .isEqualTo("EMBARGO_WITHOUT_ZONE");
  }

  @Test
  void aCancelledStoryNeedsNoBody() {
    String file =
        file("", "").replace("management-status=\"usable\"", "management-status=\"canceled\"");

    assertThat(Drops.article("a.xml", file).status()).isEqualTo(Status.CANCELED);
  }

  @Test
  void anEmbargoedStoryNeedsAnEnd() {
    String embargoed = file("%s", "<p>Text.</p>").replace("\"usable\"", "\"embargoed\"");

    assertThat(Drops.rejection("a.xml", embargoed.formatted("")).code())
        .isEqualTo("EMBARGO_UNREADABLE");
    assertThat(
            Drops.article(
                    "a.xml", embargoed.formatted("<date.release norm='20260314T180000+0100'/>"))
                .embargo())
        .isEqualTo(OffsetDateTime.parse("2026-03-14T18:00+01:00"));
  }

  @Test
  void whatTheStandardCallsNonPublishableStays() {
    String file =
        file("<ed-msg info='SECRET'/><correction info='It was 1997.'/>", "<p>Text.</p>")
            .replace(
                "</body.head>",
                "<note type='npa'><body.content><p>SECRET</p></body.content></note>"
                    + "<note type='pa'><body.content><p>Pictures follow.</p></body.content></note></body.head>");
    Reading.Articles articles = Drops.articles("a.xml", file.getBytes(StandardCharsets.UTF_8));

    assertThat(articles.toString()).doesNotContain("SECRET");
    assertThat(articles.warnings()).hasSize(2);
    assertThat(articles.articles().get(0).edNote()).isEqualTo("Pictures follow.");
    assertThat(articles.articles().get(0).correction()).isEqualTo("It was 1997.");
  }

  @Test
  void anUnknownStatusIsNeverGuessed() {
    String file = file("", "<p>Text.</p>").replace("\"usable\"", "\"perhaps\"");

    assertThat(Drops.rejection("a.xml", file).code()).isEqualTo("STATUS_UNKNOWN");
  }

  @Test
  void namesTheLineAndColumnOfAFault() {
    assertThat(Drops.rejection("a.xml", "<nitf>\n<body></nitf>").where())
        .isEqualTo("line 2, column 9");
  }

  @Test
  void readsPrefixesThatAreNotDeclared() {
    String file =
        file("", "<x:p>One.</x:p>").replace("<nitf>", "<nitf xsi:schemaLocation='x' y:z='1'>");

    assertThat(Drops.body(Drops.article("a.xml", file))).containsExactly("One.");
  }

  @Test
  void refusesDeclaredEntities() {
    assertThat(
            Drops.rejection(
                    "a.xml",
                    "<!DOCTYPE nitf [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><nitf>&x;</nitf>")
                .code())
        .isEqualTo("XML_DTD_FORBIDDEN");
    assertThat(
            Drops.rejection("a.xml", "<!DOCTYPE nitf [<!ENTITY x \"y\">]><nitf>&x;</nitf>").code())
        .isEqualTo("ENTITY_LIMIT");
  }

  @Test
  void readsUtf8ThatCallsItselfLatin1() {
    String file =
        file("", "<p>Müller: £5</p>").replace("\"1.0\"", "\"1.0\" encoding=\"ISO-8859-1\"");

    assertThat(Drops.body(Drops.article("a.xml", file))).containsExactly("Müller: £5");
  }

  @Test
  void whatWasSavedTwiceOverIsMended() {
    byte[] file =
        """
        <nitf><head/><body><body.head><hedline><hl1>CafÃ©s reopen in KÃ¶ln</hl1></hedline></body.head>
        <body.content><p>The cafÃ©s are open â€“ again.</p></body.content></body></nitf>
        """
            .getBytes(StandardCharsets.UTF_8);

    Reading.Articles read = Drops.articles("a.xml", file);

    assertThat(read.articles().get(0).headline()).isEqualTo("Cafés reopen in Köln");
    assertThat(Drops.body(read.articles().get(0))).containsExactly("The cafés are open – again.");
    assertThat(read.warnings()).anyMatch(warning -> warning.contains("UTF-8 twice over"));
  }
}
