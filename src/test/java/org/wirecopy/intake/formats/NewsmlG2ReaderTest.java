package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Reading;

class NewsmlG2ReaderTest {
  private static String item(String itemMeta, String contentMeta, String body) {
    return """
    <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:coast.example:1" version="2" xml:lang="en">
      <rightsInfo><copyrightNotice>(c) Coast 2026</copyrightNotice><usageTerms>Editorial only</usageTerms></rightsInfo>
      <itemMeta><itemClass qcode="ninat:text"/><provider literal="coast.example"/>
        <versionCreated>2026-03-14T09:30:00+01:00</versionCreated>%s</itemMeta>
      <contentMeta><urgency>2</urgency><headline>Ferries sail again</headline>%s</contentMeta>
      <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
        <head><title>x</title></head><body><header><h1>Ferries sail again</h1></header>%s</body></html></inlineXML></contentSet>
    </newsItem>
    """
        .formatted(itemMeta, contentMeta, body);
  }

  @Test
  void takesFactsFromItemAndContent() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "<pubStatus qcode='stat:usable'/>"
                    + "<link rel='irel:seeAlso' href='https://coast.example/s'><title>The storm</title></link>",
                "<by>By Ana Moor and Li Wei</by><dateline>Sandhaven (Coast) - </dateline>"
                    + "<creditline>Coast</creditline><slugline>FERRY</slugline>"
                    + "<subject qcode='medtop:20000651'><name>Shipping</name></subject>"
                    + "<genre><name>Report</name></genre><language tag='en-GB'/>",
                "<p>The first ferry left.</p>"));

    assertThat(article.id()).isEqualTo("urn:newsml:coast.example:1");
    assertThat(article.byline().names()).containsExactly("Ana Moor", "Li Wei");
    assertThat(article.dateline().place()).isEqualTo("Sandhaven");
    assertThat(article.language()).isEqualTo("en-GB");
    assertThat(article.subjects()).containsExactly(new Subject("medtop", "20000651", "Shipping"));
    assertThat(article.genres()).containsExactly("Report");
    assertThat(article.rights().credit()).isEqualTo("Coast");
    assertThat(article.rights().usageTerms()).isEqualTo("Editorial only");
    assertThat(article.slug()).isEqualTo("FERRY");
    assertThat(article.alsoRead()).extracting("headline").containsExactly("The storm");
    assertThat(Drops.body(article)).containsExactly("The first ferry left.");
  }

  @Test
  void privateNotesAndTelephoneNumbersNeverGetOut() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "<edNote role='x:editorialnote'>Pictures follow.</edNote>"
                    + "<edNote role='x:editorialnote' pubconstraint='c:nonpublic'>SECRET</edNote>"
                    + "<edNote role='x:contacts'>Ana Moor, SECRET</edNote>"
                    + "<edNote>Desk: +49 30 2852 32292 SECRET</edNote>",
                "",
                "<p>Text.</p>"));

    assertThat(article.edNote()).isEqualTo("Pictures follow.");
    assertThat(article.toString()).doesNotContain("SECRET");
  }

  @Test
  void aCorrectionSaysWhatWasMended() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "<edNote role='x:correction'>long</edNote><edNote role='x:correctionshort'>It was 1997.</edNote>"
                    + "<signal qcode='sig:correction'/>",
                "",
                "<p>Text.</p>"));

    assertThat(article.correction()).isEqualTo("It was 1997.");
  }

  @Test
  void honoursEmbargoAndStatus() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "<embargoed>2026-03-14T19:00:00+01:00</embargoed><pubStatus qcode='stat:withheld'/>",
                "",
                "<p>Text.</p>"));

    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T19:00+01:00"));
    assertThat(article.status()).isEqualTo(Status.WITHHELD);
  }

  @Test
  void anEmbargoWithoutEndOrZoneIsNotSent() {
    assertThat(Drops.rejection("a.xml", item("<embargoed/>", "", "<p>T.</p>")).code())
        .isEqualTo("EMBARGO_UNREADABLE");
    assertThat(
            Drops.rejection(
                    "a.xml", item("<embargoed>2026-03-14T19:00:00</embargoed>", "", "<p>T.</p>"))
                .code())
        .isEqualTo("EMBARGO_WITHOUT_ZONE");
  }

  @Test
  void aStatusWithoutACodeIsNeverGuessed() {
    assertThat(Drops.rejection("a.xml", item("<pubStatus/>", "", "<p>T.</p>")).code())
        .isEqualTo("STATUS_UNKNOWN");
  }

  @Test
  void theItemCountsBeforeTheNitfWithin() {
    String nitf =
        "<nitf><head><docdata management-status='usable'><doc-id id-string='urn:inner'/>"
            + "<date.release norm='20260314T120000+0100'/></docdata></head>"
            + "<body><body.content><p>Text.</p></body.content></body></nitf>";
    String file =
        item(
                "<embargoed>2026-03-14T19:00:00+01:00</embargoed><pubStatus qcode='stat:canceled'/>"
                    + "<expires>2026-04-01T00:00:00Z</expires>",
                "<digitalSourceType uri='http://cv.iptc.org/newscodes/digitalsourcetype/humanEdits'/>",
                "")
            .replaceFirst("<html(.|\n)*</html>", nitf);

    Article article = Drops.article("a.xml", file);

    assertThat(article.id()).isEqualTo("urn:newsml:coast.example:1");
    assertThat(article.status()).isEqualTo(Status.CANCELED);
    assertThat(article.embargo()).isEqualTo(OffsetDateTime.parse("2026-03-14T19:00+01:00"));
    assertThat(article.expires()).isEqualTo(OffsetDateTime.parse("2026-04-01T00:00Z"));
    assertThat(article.digitalSourceType()).endsWith("/humanEdits");
    assertThat(Drops.body(article)).containsExactly("Text.");
  }

  @Test
  void aKillIsNotLostBehindTheStoryItTakesBack() {
    String one = item("", "", "<p>One.</p>");
    String kill = item("<pubStatus qcode='stat:canceled'/>", "", "");

    assertThat(
            Drops.article(
                    "a.xml", "<newsMessage><itemSet>" + one + kill + "</itemSet></newsMessage>")
                .status())
        .isEqualTo(Status.CANCELED);
  }

  @Test
  void aMessageMayHoldSeveralStoriesOrNone() {
    String one = item("", "", "<p>One.</p>");
    String two = one.replace("coast.example:1", "coast.example:2").replace("One.", "Two.");

    Reading.Articles both =
        Drops.articles(
            "a.xml",
            ("<newsMessage><itemSet>" + one + two + "</itemSet></newsMessage>").getBytes());

    assertThat(both.articles()).extracting("id").hasSize(2);
    assertThat(Drops.rejection("a.xml", "<newsMessage><itemSet/></newsMessage>").code())
        .isEqualTo("NO_ARTICLE");
  }

  @Test
  void aMarkWithinALineDoesNotBreakIt() {
    Article article =
        Drops.article(
            "a.xml",
            item("", "", "<p>Prosecutors of <Company>Coast Ferries </Company>said so.</p>"));

    assertThat(Drops.body(article)).containsExactly("Prosecutors of Coast Ferries said so.");
  }

  @Test
  void textThatWasLaidOutForAScreenKeepsItsParagraphs() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "",
                "",
                "<p>(Adds detail)\n    * Ferries may sail again on Tuesday, the port said\n\n"
                    + "    Jan 30 (Coast) - The first ferry left at dawn, after three days of\n"
                    + "storm, and the port was calm.\n    It was full.</p>"));

    assertThat(Drops.body(article))
        .containsExactly(
            "(Adds detail)",
            "* Ferries may sail again on Tuesday, the port said",
            "Jan 30 (Coast) - The first ferry left at dawn, after three days of storm, and the port"
                + " was calm.",
            "It was full.");
  }

  @Test
  void rowsOfATableStayRowsAndLinesOfTheFileAreNone() {
    assertThat(
            Drops.body(
                Drops.article(
                    "a.xml",
                    item(
                        "",
                        "",
                        "<p>Results of the championship on Monday, all of them played in the afternoon\n"
                            + "Adanaspor           2 Kasimpasa            0\n"
                            + "Besiktas            5 Konyaspor            1\nSunday, January 29\n"
                            + "Kayserispor         4 Fenerbahce           1</p>"
                            + "<p>The port of Sandhaven was calm on Monday, and ferries sailed\n"
                            + "          again after three days of storm and rain, and more of it\n"
                            + "        to come.</p>"))))
        .containsExactly(
            "Results of the championship on Monday, all of them played in the afternoon",
            "Adanaspor 2 Kasimpasa 0",
            "Besiktas 5 Konyaspor 1",
            "Sunday, January 29",
            "Kayserispor 4 Fenerbahce 1",
            "The port of Sandhaven was calm on Monday, and ferries sailed again after three days of"
                + " storm and rain, and more of it to come.");
  }

  @Test
  void markupThatIsCalledPlainTextIsNotShown() {
    String item = item("", "", "").replaceFirst("(?s)<inlineXML.*</inlineXML>", "");
    Article article =
        Drops.article(
            "a.xml",
            item.replace(
                "<contentSet>",
                "<contentSet><inlineData contenttype='text/plain'><![CDATA[\n<p>\n The first ferry"
                    + " left.</p>\n<p>It was calm.</p>]]></inlineData>"));

    assertThat(Drops.body(article)).containsExactly("The first ferry left.", "It was calm.");
  }

  @Test
  void aLinkToAPictureIsAPictureAndNoStoryToRead() {
    Article article =
        Drops.article(
            "a.xml",
            item(
                "<link rel='irel:seeAlso' href='https://coast.example/p.jpeg'>"
                    + "<itemClass qcode='ninat:picture'/><title>The pier</title></link>",
                "",
                "<p>Text.</p>"));

    assertThat(article.alsoRead()).isEmpty();
    assertThat(article.pictures())
        .extracting("caption", "href")
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("The pier", "https://coast.example/p.jpeg"));
  }

  @Test
  void whatIsNoArticleIsNamed() {
    String item = item("", "", "<p>Text.</p>");

    assertThat(Drops.rejection("a.xml", item.replace("ninat:text", "ninat:picture")).problem())
        .isEqualTo("The file holds no article but an item of the kind picture.");
    assertThat(Drops.rejection("a.xml", "<planningItem><itemMeta/></planningItem>").problem())
        .isEqualTo("The file holds no article but a plan of coverage.");
  }
}
