package org.wirecopy.intake.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeadlinesTest {
  private static final String SHOWN = "Nordhavn opens again after the great storm";

  @Test
  void theHeadingThatMetadataRepeatIsTheHeadline() {
    assertThat(headline("<title>" + SHOWN + " | Courier</title>", "<h1>" + SHOWN + "</h1>"))
        .isEqualTo(SHOWN);
  }

  @Test
  void theStorysOwnHeadlineComesBeforeTheOneMadeForSearchEngines() {
    String sought = "Storm Nordhavn: harbour opens after roof damage";
    assertThat(
            headline(
                jsonLd(SHOWN)
                    + "<title>"
                    + sought
                    + "</title><meta property='og:title' content='"
                    + sought
                    + "'><meta name='twitter:title' content='"
                    + sought
                    + "'>",
                "<h1>" + sought + "</h1>"))
        .isEqualTo(SHOWN);
  }

  @Test
  void metadataOnSomethingElseAreOutvoted() {
    assertThat(headline(jsonLd("Sample menus"), "<h1>" + SHOWN + "</h1>")).isEqualTo(SHOWN);
    assertThat(
            headline(
                jsonLd("Sample menus") + "<meta property='og:title' content='" + SHOWN + "'>",
                "<h1>" + SHOWN + "</h1>"))
        .isEqualTo(SHOWN);
  }

  @Test
  void theNameOfTheSiteIsNoPartOfIt() {
    String named = SHOWN + " - The Courier";
    String head = jsonLd(named) + "<meta property='og:title' content='" + named + "'>";
    assertThat(headline(head, "")).isEqualTo(SHOWN);
  }

  @Test
  void aHeadingThatLeadsHomeNamesTheSite() {
    Document page =
        page(
            "<title>Harbour Blog » Blog Archive » " + SHOWN + "</title>",
            "<h1><a href='https://harbour.example/'>Harbour Blog</a></h1><h2>" + SHOWN + "</h2>");
    assertThat(of(page, null)).isEqualTo(SHOWN);
  }

  @Test
  void aPageWithNothingButTheNameOfItsSiteIsCalledThat() {
    assertThat(of(page("", "<h1><a href='/'>Harbour Blog</a></h1>"), null))
        .isEqualTo("Harbour Blog");
  }

  @Test
  void wordsThatWereCutAreReadWhereTheyAreWhole() {
    String cut = "Nordhavn opens again after the...";
    assertThat(
            headline(
                jsonLd(cut) + "<meta property='og:title' content='" + cut + "'>",
                "<h1>" + SHOWN + "</h1>"))
        .isEqualTo(SHOWN);
    assertThat(
            headline(
                jsonLd(SHOWN) + "<title>Nordhavn opens again</title>", "<h1>" + SHOWN + "</h1>"))
        .isEqualTo(SHOWN);
  }

  @Test
  void aKickerWithinTheHeadingIsNoPartOfIt() {
    String heading = "<h1><span class='dachzeile'>After the storm</span> <span>" + SHOWN;
    assertThat(headline("", heading + "</span></h1>")).isEqualTo(SHOWN);
    String unnamed = "<h1><small>Harbours</small><br>" + SHOWN + "</h1>";
    assertThat(headline("<meta property='og:title' content='" + SHOWN + "'>", unnamed))
        .isEqualTo(SHOWN);
  }

  @Test
  void aKickerThatMetadataHoldStays() {
    String whole = "Harbours: " + SHOWN;
    assertThat(
            headline(
                jsonLd(whole) + "<meta property='og:title' content='" + whole + "'>",
                "<h1><span class='kicker'>Harbours</span>: <span>" + SHOWN + "</span></h1>"))
        .isEqualTo(whole);
  }

  @Test
  void aTopicThatIsNotSharedIsNoPartOfIt() {
    String whole = "Harbours: " + SHOWN;
    assertThat(
            headline(
                jsonLd(whole) + "<meta property='og:title' content='" + SHOWN + "'>",
                "<h1>" + whole + "</h1>"))
        .isEqualTo(SHOWN);
  }

  @Test
  void aPageWithoutAnyHasNone() {
    assertThat(headline("", "<p>Nothing here.</p>")).isNull();
  }

  private static String jsonLd(String headline) {
    return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\""
        + headline
        + "\"}</script>";
  }

  private static Document page(String head, String body) {
    return Jsoup.parse("<html><head>" + head + "</head><body>" + body + "</body></html>");
  }

  private static @Nullable String headline(String head, String body) {
    return of(page(head, body), "The Courier");
  }

  private static @Nullable String of(Document page, @Nullable String site) {
    return Headlines.of(page, new MetaTags(page), JsonLd.of(page), site);
  }
}
