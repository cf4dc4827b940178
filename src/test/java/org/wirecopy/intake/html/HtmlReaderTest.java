package org.wirecopy.intake.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

class HtmlReaderTest {
  private static final String LEAD =
      "The ferry port of Nordhavn opened again on Tuesday, two days after a storm tore the roof off"
          + " its old customs house.";
  private static final String MORE =
      "Engineers said the quay had held, although the crane track, laid in 1931, would need new"
          + " bolts before the autumn.";
  private static final String LAST =
      "“We were lucky,” said the harbour master, Ingrid Solheim, who had slept in her office since"
          + " the warning came.";

  private final HtmlReader reader = new HtmlReader();

  @Test
  void theStoryIsFoundAmongItsSurroundings() {
    Article article =
        read(
            page(
                "",
                "<nav><ul><li><a href='/'>Home</a><li><a href='/s'>Sport</a></ul></nav>"
                    + "<div class='cookie-banner'><p>We use cookies, as everybody does, to make this"
                    + " site better for you and for our partners.</p></div>"
                    + "<main><h1>Nordhavn opens again after storm</h1>"
                    + "<div class='share-tools'><a href='/x'>Share</a></div>"
                    + "<div class='story-body'><p>"
                    + LEAD
                    + "</p>"
                    + "<div class='related-box'><h3>Related</h3><a href='/1'>Roof of customs house"
                    + " is gone, says owner</a></div>"
                    + "<p>"
                    + MORE
                    + "</p>"
                    + "<div class='newsletter-signup'><p>Get our newsletter every morning, with all"
                    + " the news from the coast, in your inbox.</p></div>"
                    + "<h2>A long night</h2><p>"
                    + LAST
                    + "</p></div>"
                    + "<section class='comments'><p>I was there too, and let me tell you, the wind,"
                    + " the rain, it was quite something to see.</p></section></main>"
                    + "<footer><p>© 2026 The Nordhavn Courier, all rights reserved.</p></footer>"));
    assertThat(article.headline()).isEqualTo("Nordhavn opens again after storm");
    assertThat(text(article)).isEqualTo(LEAD + "|" + MORE + "|A long night|" + LAST);
  }

  @Test
  void relatedStoriesAreListedAndNotInTheBody() {
    Article article =
        read(
            page(
                "<base href='https://courier.example/'>",
                "<article><h1>Nordhavn opens again after storm</h1><p>"
                    + LEAD
                    + "</p>"
                    + "<p>Read more: <a href='/cranes'>Old cranes of Nordhavn to be listed</a></p>"
                    + "<p>"
                    + MORE
                    + "</p><p>"
                    + LAST
                    + "</p>"
                    + "<div class='related-stories'><ul><li><a href='/roof'>Roof of the customs house"
                    + " is go…</a> <time datetime='2026-03-01T10:00:00Z'>1 March</time></li></ul></div>"
                    + "</article>"));
    assertThat(text(article)).isEqualTo(LEAD + "|" + MORE + "|" + LAST);
    assertThat(article.alsoRead())
        .containsExactly(
            new ListedHeadline(
                "Old cranes of Nordhavn to be listed",
                false,
                null,
                false,
                "https://courier.example/cranes"),
            new ListedHeadline(
                "Roof of the customs house is go",
                true,
                OffsetDateTime.parse("2026-03-01T10:00Z"),
                false,
                "https://courier.example/roof"));
  }

  @Test
  void nameAndDateInSightAreReadWhereNothingIsMarked() {
    Article article =
        read(
            page(
                "",
                "<div><h1>Nordhavn opens again after storm</h1><p>By Ana Müller</p>"
                    + "<p>3 March 2026, 07:15</p><p>"
                    + LEAD
                    + "</p><p>"
                    + MORE
                    + "</p></div>"));
    assertThat(article.byline().names()).containsExactly("Ana Müller");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-03T07:15+01:00"));
    assertThat(text(article)).isEqualTo(LEAD + "|" + MORE);
  }

  @Test
  void aStandFirstOfItsOwnIsTheSubhead() {
    Article article =
        read(
            page(
                "",
                "<article><header><h1>Nordhavn opens again after storm</h1><p class='standfirst'>"
                    + "Two days without a ferry, and a roof in the harbour.</p></header>"
                    + "<div class='story-body'><p>"
                    + LEAD
                    + "</p><p>"
                    + MORE
                    + "</p><p>"
                    + LAST
                    + "</p></div></article>"));
    assertThat(article.subhead()).isEqualTo("Two days without a ferry, and a roof in the harbour.");
    assertThat(text(article)).isEqualTo(LEAD + "|" + MORE + "|" + LAST);
  }

  @Test
  void partsThatUnfoldAndListingsAreRead() {
    Article article =
        read(
            page(
                "",
                "<article><h1>Nordhavn opens again after storm</h1><div class='story-body'><p>"
                    + LEAD
                    + "</p><div class='accordion-panel panel-hidden'><p>"
                    + MORE
                    + "</p></div><pre><span class='token comment'># ask for the roof</span>"
                    + " roof --state</pre><p>"
                    + LAST
                    + "</p></div></article>"));
    assertThat(text(article))
        .isEqualTo(LEAD + "|" + MORE + "|# ask for the roof roof --state|" + LAST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Advertisement",
        "ANZEIGE",
        "Subscribe to our morning newsletter",
        "1,204 views",
        "5 min read",
        "Follow us on Facebook",
        "Lesen Sie auch: Ein Sturm zieht auf",
        "Photo: Ana Müller",
        "Updated: 3 March 2026, 09:00",
        "À lire aussi"
      })
  void linesThatAreNotTheStorysAreDropped(String line) {
    Article article =
        read(
            page(
                "",
                "<article><h1>Nordhavn opens again after storm</h1><p>"
                    + LEAD
                    + "</p><p>"
                    + line
                    + "</p><p>"
                    + MORE
                    + "</p><p>"
                    + LAST
                    + "</p></article>"));
    assertThat(text(article)).isEqualTo(LEAD + "|" + MORE + "|" + LAST);
  }

  @Test
  void whatThePageSaysOfItselfIsKept() {
    Article article =
        read(
            page(
                "<meta property='og:site_name' content='The Nordhavn Courier'>"
                    + "<meta property='og:description' content='The port is open again.'>"
                    + "<link rel='canonical' href='https://courier.example/news/port'>"
                    + "<meta name='keywords' content='ports, storms'>"
                    + "<script type='application/ld+json'>{\"@context\":\"https://schema.org\","
                    + "\"@type\":\"NewsArticle\",\"headline\":\"Nordhavn opens again\","
                    + "\"datePublished\":\"2026-03-03T07:15:00+01:00\",\"author\":[{\"@type\":"
                    + "\"Person\",\"name\":\"Ana Müller\"},{\"@type\":\"Organization\","
                    + "\"name\":\"Coast News\"}]}</script>",
                "<article><h1>Nordhavn opens again</h1><p>" + LEAD + "<p>" + MORE + "</article>"));
    assertThat(article.byline().names()).containsExactly("Ana Müller");
    assertThat(article.byline().text()).isEqualTo("Ana Müller, Coast News");
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-03T07:15+01:00"));
    assertThat(article.dateline().precision()).isEqualTo(Precision.INSTANT);
    assertThat(article.summary()).isEqualTo("The port is open again.");
    assertThat(article.rights().source()).isEqualTo("The Nordhavn Courier");
    assertThat(article.href()).isEqualTo("https://courier.example/news/port");
    assertThat(article.subjects()).containsExactly(Subject.tag("ports"), Subject.tag("storms"));
    assertThat(article.language()).isEqualTo("en");
  }

  @Test
  void aDateThatIsNotStatedIsNotInvented() {
    Article article = read(page("", "<h1>Nordhavn opens again</h1><p>" + LEAD + "<p>" + MORE));
    assertThat(article.dateline().date()).isNull();
  }

  @Test
  void aDateWithoutAnOffsetIsTheDesks() {
    Article article =
        read(
            page(
                "<meta property='article:published_time' content='2026-03-03 07:15'>",
                "<h1>Nordhavn opens again</h1><p>" + LEAD + "<p>" + MORE));
    assertThat(article.dateline().date()).isEqualTo(OffsetDateTime.parse("2026-03-03T07:15+01:00"));
    assertThat(article.dateline().precision()).isEqualTo(Precision.LOCAL_TIME);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE html><p>x",
        "\n <html>",
        "<?xml version='1.0'?><!DOCTYPE html PUBLIC 'x'>",
        "<!-- saved from url -->\n<html>",
        "<h1>Story</h1>",
        "\ufeff<!doctype HTML>"
      })
  void pagesAreRecognisedByContent(String start) {
    assertThat(reader.recognises(source(start.getBytes(StandardCharsets.UTF_8)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ferries sailed.",
        "<?xml version='1.0'?><rss></rss>",
        "<nitf><body></body></nitf>",
        "{\"html\": 1}",
        "---\nheadline: <html>\n---",
        "<newsMessage>"
      })
  void otherFormatsAreLeftToTheirReaders(String start) {
    assertThat(reader.recognises(source(start.getBytes(StandardCharsets.UTF_8)))).isFalse();
  }

  @Test
  void tagsThatTheParserCannotFollowAreRefusedKindly() {
    String broken =
        "<svg><script>"
            + "<html>".repeat(8)
            + "</script><script>"
            + "<html>".repeat(19)
            + "</script></p><html><html><html></p></p>";
    Reading reading = reader.read(source(broken.getBytes(StandardCharsets.UTF_8)));
    assertThat(((Reading.Rejected) reading).rejection().code()).isEqualTo("HTML_MALFORMED");
    assertThat(HtmlBlocks.ofFragment("<p>Ferries sailed.</p>" + broken, "").text())
        .isEqualTo("Ferries sailed.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1252", "UTF-8", "UTF-16LE", "windows-1251", "Shift_JIS"})
  void declaredAndMarkedEncodingsAreRead(String name) {
    Charset charset = Charset.forName(name);
    String word =
        name.equals("windows-1251") ? "порт" : name.equals("Shift_JIS") ? "港" : "“harbør”";
    String mark = name.equals("UTF-16LE") ? "\ufeff" : "";
    String html =
        mark + page("<meta charset='" + name + "'>", "<h1>The " + word + " opens</h1><p>" + LEAD);
    Article article = read(html.getBytes(charset));
    assertThat(article.headline()).isEqualTo("The " + word + " opens");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Getty Images said on Sunday it would buy its rival, and with it the largest library.",
        "Subscribe or leave: that was the choice that readers were given, said the owner.",
        "Updated rules will apply to all ships from 2027, said the harbour master.",
        "Published in 1911, the plan foresaw seven quays and a railway for each of them.",
        "Photos: the museum has 40,000 of them, and each will be online by 2031."
      })
  void aSentenceIsNotDroppedForTheWordItBeginsWith(String sentence) {
    String before = "<h1>Nordhavn opens again</h1><p>" + sentence + "</p><p>" + LEAD + "</p><p>";
    String within = "<h1>Nordhavn opens again</h1><p>" + LEAD + "</p><p>" + sentence + "</p><p>";

    assertThat(text(read(page("", before + MORE)))).startsWith(sentence);
    assertThat(text(read(page("", within + MORE)))).contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Subscribe today and read all that our reporters write of the coast, for a crown a week.",
        "Photo: Ingrid Solheim / Coast Agency, and others who asked that they not be named.",
        "Updated: 9 January 2027 at 10.15 in the morning, by the desk in the harbour street."
      })
  void aCallOrALabelIsDroppedThoughItEndsAsASentence(String line) {
    String body = "<h1>Nordhavn opens again</h1><p>" + LEAD + "</p><p>" + line + "</p><p>" + MORE;

    assertThat(text(read(page("", body)))).isEqualTo(LEAD + "|" + MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<h2>Nordhavn opens again</h2>",
        "<b>Nordhavn opens again</b><br>",
        "<header><h1>Nordhavn opens again</h1></header>",
        "<figure><img src='a.jpg'></figure><h1>Nordhavn opens again</h1>",
        "<script type='application/ld+json'>{}</script><h1>Nordhavn opens again</h1>"
      })
  void aPartOfAPageIsReadWhateverItBeginsWith(String start) {
    String html = start + "\n<p>" + LEAD + "</p>\n<p>" + MORE + "</p>";

    assertThat(reader.recognises(source(html.getBytes(StandardCharsets.UTF_8)))).isTrue();
    assertThat(read(html).headline()).isEqualTo("Nordhavn opens again");
    assertThat(text(read(html))).isEqualTo(LEAD + "|" + MORE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Untitled> is what she called it\n\nThe picture was sold on Friday.",
        "<b>Nordhavn opens again</b>\n\nThe port opened on Tuesday."
      })
  void aTypedTextInAngleBracketsIsNoPage(String text) {
    assertThat(reader.recognises(source(text.getBytes(StandardCharsets.UTF_8)))).isFalse();
  }

  private static String page(String head, String body) {
    return "<!doctype html><html lang='en'><head><title>Nordhavn opens again after storm</title>"
        + head
        + "</head><body>"
        + body
        + "</body></html>";
  }

  private Article read(String html) {
    return read(html.getBytes(StandardCharsets.UTF_8));
  }

  private Article read(byte[] bytes) {
    Reading reading = reader.read(source(bytes));
    assertThat(reading).isInstanceOf(Reading.Articles.class);
    return ((Reading.Articles) reading).articles().get(0);
  }

  private static Source source(byte[] bytes) {
    return new Source("page.txt", bytes, Instant.EPOCH, ZoneId.of("Europe/Oslo"), null);
  }

  private static String text(Article article) {
    return article.body().stream().map(Block::text).collect(Collectors.joining("|"));
  }

  @Test
  void whatStandsBelowTheEndOfAReleaseIsForEditorsAlone() {
    String body = "<h1>Nordhavn opens again</h1><p>" + LEAD + "</p><p>" + MORE + "</p><p>ENDS</p>";

    assertThat(text(read(page("", body + "<p>Media contact: Ingrid Solheim, 020 7946 0991</p>"))))
        .isEqualTo(LEAD + "|" + MORE);
  }

  @Test
  void struckOutTextOfAPageIsLeftOutWithAWarning() {
    Reading.Articles articles =
        (Reading.Articles)
            reader.read(
                source(
                    page(
                            "",
                            "<h1>Nordhavn opens again after storm</h1><article><p>"
                                + LEAD
                                + "</p><p><del>SECRET</del> "
                                + MORE
                                + "</p><p><s>SECRET</s> "
                                + LAST
                                + "</p></article><aside><s>SECRET</s></aside>")
                        .getBytes(StandardCharsets.UTF_8)));

    assertThat(articles.articles().get(0).body())
        .containsExactly(Block.paragraph(LEAD), Block.paragraph(MORE), Block.paragraph(LAST));
    assertThat(articles.warnings()).containsExactly("Struck-out text was left out.");
  }
}
