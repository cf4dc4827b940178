package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.articles;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.intake.Reading;

/** Texts as editors of several countries type and paste them. */
class EditorsTextsTest {
  @Test
  void aSectionAboveTheHeadlineIsNotTheHeadline() {
    Article article =
        article(
            """
            POLITIQUE

            Budget : le gouvernement recule sur les retraites

            Par Claire Dubois

            Le gouvernement renonce, pour l'instant, à repousser l'âge de la retraite, a dit lundi le \
            Premier ministre.

            Les syndicats appellent néanmoins à manifester jeudi.
            """);
    assertThat(article.headline()).isEqualTo("Budget : le gouvernement recule sur les retraites");
    assertThat(article.byline().names()).containsExactly("Claire Dubois");
  }

  @Test
  void aHeadlineInCapitalsAboveAStandFirstStays() {
    Article article =
        article(
            """
            HARBOUR BRIDGE CLOSED

            Engineers look for cracks after a barge struck a pier

            By Ana Field

            The harbour bridge was closed on Monday after a barge struck one of its piers at night.

            Engineers will inspect it on Tuesday.
            """);
    assertThat(article.headline()).isEqualTo("HARBOUR BRIDGE CLOSED");
  }

  @Test
  void aListOfShortItemsInATypedStoryIsKept() {
    Article article =
        article(
            """
            El Gobierno aprueba el plan de vivienda

            Madrid, 23 nov (EFE).- El Consejo de Ministros aprobó este lunes un plan para construir \
            200.000 viviendas públicas en cinco años.

            - Las ayudas al alquiler suben un 10 %
            - Los jóvenes menores de 35 años tendrán prioridad
            - Las comunidades autónomas gestionarán el suelo

            Los sindicatos consideran insuficiente la medida.
            """);
    assertThat(article.body()).hasSize(5);
    assertThat(article.body().get(2))
        .extracting(Block::kind, Block::text)
        .containsExactly(Block.Kind.BULLET, "Los jóvenes menores de 35 años tendrán prioridad");
  }

  @Test
  void aQuotationInATypedStoryLeavesBylineAndDatelineReadable() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            By Dana Whitlock

            ELLERY — The port of Ellery opened its gates again on Saturday after three days of storm.

            > We have never had
            > such a week, said the harbour master.

            All ferries sailed by noon, and most of them were full, the port office said.
            """);

    assertThat(article.byline().names()).containsExactly("Dana Whitlock");
    assertThat(article.dateline().place()).isEqualTo("ELLERY");
    assertThat(article.body())
        .element(1)
        .isEqualTo(
            Block.of(Block.Kind.QUOTE, "We have never had such a week, said the harbour master."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Dana Whitlock", "— Dana Whitlock", "(Dana Whitlock)", "By Dana Whitlock"})
  void aNameAloneBelowATypedStoryIsItsByline(String signature) {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            The port of Ellery opened its gates again on Saturday after three days of storm.

            All ferries sailed by noon, and most of them were full, the port office said.

            """
                + signature
                + "\n");

    assertThat(article.byline().names()).containsExactly("Dana Whitlock");
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void aNameBelowAStoryThatHasItsBylineIsText() {
    Article article =
        article(
            """
            The crew that was honoured

            By Dana Whitlock

            The port of Ellery honoured the whole crew of the ferry on Saturday, among them one man:

            Per Holm
            """);

    assertThat(article.byline().names()).containsExactly("Dana Whitlock");
    assertThat(article.body()).hasSize(2);
  }

  @Test
  void aTextWithoutAHeadlineKeepsItsFirstSentence() {
    Reading.Articles read =
        articles(
            """
            The port of Ellery opened its gates again on Saturday after three days of storm, it said.

            All ferries sailed by noon, and most of them were full, the port office said.
            """);

    assertThat(read.articles().get(0).headline())
        .isEqualTo(
            "The port of Ellery opened its gates again on Saturday after three days of storm, it"
                + " said.");
    assertThat(read.articles().get(0).body()).hasSize(2);
    assertThat(read.warnings())
        .containsExactly(
            "The text has no headline, so its first sentence stands in its place: put a headline"
                + " on the first line, alone.");
  }

  @Test
  void datesBesideListedHeadlinesAreTheirDates() {
    Article article =
        article(
            """
            Solar park to power 30,000 homes

            A solar park that will power 30,000 homes opened in Rajasthan on Sunday, its owner said.

            The state paid for half of it.

            Related stories
            * Rajasthan plans five more solar parks - 20 Nov 2026
            * Wind beats coal for first time | 18 November 2026
            * Why desert land is so dear (12 Oct 2026)
            """);
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly(
            "Rajasthan plans five more solar parks",
            "Wind beats coal for first time",
            "Why desert land is so dear");
    assertThat(article.alsoRead().get(1).date())
        .isEqualTo(OffsetDateTime.parse("2026-11-18T00:00+05:30"));
  }

  @Test
  void turkishCapitalsBeginAListTooAndAPlaceMayFollowAName() {
    Article article =
        article(
            """
            Deprem tatbikatı yapıldı

            Ayşe Yılmaz / İstanbul

            İstanbul'da pazartesi günü 39 ilçede eş zamanlı deprem tatbikatı yapıldı, 4 bin kişi katıldı.

            İlgili haberler:
            - Marmara'da 4,2 büyüklüğünde deprem
            - Okullarda deprem çantası zorunlu oluyor
            """);
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly(
            "Marmara'da 4,2 büyüklüğünde deprem", "Okullarda deprem çantası zorunlu oluyor");
    assertThat(article.byline().names()).containsExactly("Ayşe Yılmaz");
  }

  @Test
  void japaneseBulletsAreNoPartOfAHeadline() {
    Article article =
        article(
            """
            首相、来月訪米へ　首脳会談で調整

            2026年11月23日 15時04分

            政府は23日、首相が来月上旬に米国を訪問する方向で調整に入った。大統領との首脳会談で、安全保障や貿易を話し合う見通しだ。

            関連記事
            ・首相、内閣改造を検討　年内にも
            ・米大統領、来年の訪日に意欲
            """);
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly("首相、内閣改造を検討 年内にも", "米大統領、来年の訪日に意欲");
  }

  @Test
  void whoEditedIsNotWhoWrote() {
    Article article =
        article(
            """
            Council approves new tram line after two-year dispute

            LONDON, Nov 23 (Newsline) - The city council voted on Monday to build a tram line from \
            the station to the harbour, ending a dispute of two years.

            The line is to open in 2029.

            Reporting by John Smith and Maria Lopez; Editing by Tom Hall
            """);
    assertThat(article.byline().text()).isEqualTo("John Smith and Maria Lopez");
    assertThat(article.byline().names()).containsExactly("John Smith", "Maria Lopez");
  }

  @Test
  void aListedHeadlineWithItsDateInBracketsIsNoDateLine() {
    Article article =
        article(
            """
            Council approves new tram line after two-year dispute

            By Jane Doe

            The city council voted on Monday to build a tram line from the station to the harbour, \
            ending a dispute of two years.

            Related stories
            - Why the desert is so dear (12 Oct 2026)
            - Ferries sail again after the storm (13 Oct 2026)
            """);
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly("Why the desert is so dear", "Ferries sail again after the storm");
  }
}
