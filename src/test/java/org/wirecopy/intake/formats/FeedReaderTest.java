package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.intake.Reading;

class FeedReaderTest {
  private static String rss(String items) {
    return "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'"
        + " xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Coast</title>"
        + "<language>en-gb</language>"
        + items
        + "</channel></rss>";
  }

  @Test
  void everyEntryIsAnArticle() {
    Reading.Articles feed =
        Drops.articles(
            "f.xml",
            rss("<item><title>One</title><guid isPermaLink='false'>g1</guid>"
                    + "<link>https://coast.example/1</link><author>ana@coast.example (Ana Moor)</author>"
                    + "<category>Sea</category><description>Short.</description>"
                    + "<content:encoded><![CDATA[<p>Long <b>text</b>.</p><script>x</script>]]></content:encoded>"
                    + "<media:content url='https://coast.example/1.jpg' medium='image'>"
                    + "<media:description>The pier</media:description></media:content></item>"
                    + "<item><title>Two</title><link>https://coast.example/2</link><description>Body.</description></item>")
                .getBytes(StandardCharsets.UTF_8));

    Article one = feed.articles().get(0);
    assertThat(one.id()).isEqualTo("g1");
    assertThat(one.summary()).isEqualTo("Short.");
    assertThat(Drops.body(one)).containsExactly("Long text.");
    assertThat(one.byline().text()).isEqualTo("Ana Moor");
    assertThat(one.pictures()).extracting("caption").containsExactly("The pier");
    assertThat(one.language()).isEqualTo("en-GB");
    assertThat(one.rights().source()).isEqualTo("Coast");
    assertThat(feed.articles().get(1).id()).isEqualTo("https://coast.example/2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Thu, 14 Mar 2024 09:30:00 EST | 2024-03-14T14:30Z",
        "14 Mar 24 09:30 +0530 | 2024-03-14T04:00Z",
        "Fri, 14 Mar 2024 09:30:00 GMT | 2024-03-14T09:30Z",
        "2024-03-14T09:30:00.123Z | 2024-03-14T09:30Z",
      })
  void readsDatesWithAnOffset(String date, OffsetDateTime expected) {
    Article article =
        Drops.article(
            "f.xml",
            rss(
                "<item><title>T</title><pubDate>"
                    + date
                    + "</pubDate><description>d</description></item>"));

    assertThat(article.dateline().date()).isAtSameInstantAs(expected);
    assertThat(article.dateline().precision()).isEqualTo(Precision.INSTANT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "Thu, 31 Feb 2024 00:00:00 GMT", "", "1710408600"})
  void inventsNoDate(String date) {
    Article article =
        Drops.article(
            "f.xml",
            rss(
                "<item><title>T</title><pubDate>"
                    + date
                    + "</pubDate><description>d</description></item>"));

    assertThat(article.dateline().date()).isNull();
  }

  @Test
  void takesAnEntryThatComesTwiceOnce() {
    String item = "<item><title>T</title><guid>g</guid><description>d</description></item>";

    Reading.Articles feed = Drops.articles("f.xml", rss(item + item).getBytes());

    assertThat(feed.articles()).hasSize(1);
    assertThat(feed.warnings()).hasSize(1);
  }

  @Test
  void leavesOutAnEntryWithoutTextAndSaysSo() {
    Reading.Articles feed =
        Drops.articles(
            "f.xml",
            rss("<item><title>T</title><description>d</description></item><item><title>U</title></item>")
                .getBytes());

    assertThat(feed.articles()).hasSize(1);
    assertThat(feed.warnings().get(0)).contains("Entry 2").contains("no text");
  }

  @Test
  void readsAtomWithMarkupInTitleAndContent() {
    Article article =
        Drops.article(
            "f.xml",
            "<feed xmlns='http://www.w3.org/2005/Atom'><title>t</title><author><name>Ana Moor</name></author>"
                + "<entry><id>urn:x</id><title type='html'>Ferries &amp;amp; more</title>"
                + "<published>2026-03-14T09:30:00Z</published><updated>2026-03-15T09:30:00Z</updated>"
                + "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Ferries <script>x</script>sailed.</p></div></content></entry></feed>");

    assertThat(article.headline()).isEqualTo("Ferries & more");
    assertThat(Drops.body(article)).containsExactly("Ferries sailed.");
    assertThat(article.byline().text()).isEqualTo("Ana Moor");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-14T09:30Z"));
  }

  @Test
  void whereAPostAppearedFirstIsNoPartOfIt() {
    Article article =
        Drops.article(
            "f.xml",
            rss(
                "<item><title>One</title><guid>1</guid><content:encoded><![CDATA[<p>It was calm.</p>"
                    + "<p>The post <a href='https://coast.example/1'>One</a> appeared first on"
                    + " <a href='https://coast.example'>Coast</a>.</p>]]></content:encoded></item>"));

    assertThat(Drops.body(article)).containsExactly("It was calm.");
  }
}
