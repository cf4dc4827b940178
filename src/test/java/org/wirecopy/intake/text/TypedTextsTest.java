package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Picture;

/** Texts in which nothing is of a page: every line that was typed reaches the article. */
class TypedTextsTest {
  @Test
  void resultsUnderOneSentenceAreAStory() {
    Article article =
        article(
            """
            Rowing: results of the Ellery regatta

            Sunday's results on the river Orr:

            Ellery eight 5:48, Morrow eight 5:51
            Harbour four 6:12, Docks four 6:20
            Pair: Holm and Lund 6:58
            Single: Ruth Dale 7:31
            """);

    assertThat(article.headline()).isEqualTo("Rowing: results of the Ellery regatta");
    assertThat(paragraphs(article))
        .containsExactly(
            "Sunday's results on the river Orr:",
            "Ellery eight 5:48, Morrow eight 5:51",
            "Harbour four 6:12, Docks four 6:20",
            "Pair: Holm and Lund 6:58",
            "Single: Ruth Dale 7:31");
  }

  @Test
  void aFigureAloneOnItsLineIsOfTheTable() {
    Article article =
        article(
            """
            Ferry traffic doubles in the strait

            The ferries of Ellery carried twice as many cars this summer as in the last, by route:

            Cape Morrow 12,400
            Orr mouth 8,120
            Total 20,520

            The line will add two crossings a day from May, its director said on Monday evening.
            """);

    assertThat(paragraphs(article))
        .hasSize(5)
        .contains("Total 20,520")
        .last()
        .asString()
        .startsWith("The line will add");
  }

  @Test
  void datesAndFiguresBetweenTheParagraphsStay() {
    Article article =
        article(
            """
            The long way to a second bridge

            By Dana Whitlock

            The council of Ellery has argued about a second bridge for six years, as its papers show.

            Nobody has counted what the papers alone cost the town, nor who has read all of them.

            12 May 2021

            A first plan is put before the council, which sends it back to its authors on the same day.

            3 October 2024

            The state offers to pay half of the bridge, and an engineer is hired at last.

            140,000,000

            That is what it will cost.
            """);

    assertThat(paragraphs(article))
        .hasSize(8)
        .contains("12 May 2021", "3 October 2024", "140,000,000");
    assertThat(article.dateline().date()).isNull();
  }

  @Test
  void thePartsOfARecipeStay() {
    Article article =
        article(
            """
            Recipe: plum cake of the islands

            By Ruth Dale

            This cake has been baked on the islands for a hundred years, and no two bakers agree on it.

            Ingredients

            500 g flour
            250 g butter
            1 kg plums
            4 eggs

            Method

            Rub the butter into the flour.
            Lay the plums on top and bake.

            Serves eight
            """);

    assertThat(article.headline()).isEqualTo("Recipe: plum cake of the islands");
    assertThat(paragraphs(article)).hasSize(10).contains("4 eggs", "Serves eight");
  }

  @ParameterizedTest
  @ValueSource(strings = {"___", "* * *", "-----", "###", "————"})
  void aRuleBetweenTwoPartsIsNoSignOfAPage(String rule) {
    Article article =
        article(
            """
            Court rules on cookies

            By Dana Whitlock

            The court of Ellery ruled on Friday that no page may set cookies before it was allowed to.

            The company must change its privacy policy and its newsletter by March, the judges said.

            """
                + rule
                + "\n\nWhat comes next\n\nAn appeal is open\nThe state may join it\nMarch is the date\n"
                + "\nDana Whitlock reported from the court.\n");

    assertThat(paragraphs(article))
        .hasSize(7)
        .contains("March is the date", "Dana Whitlock reported from the court.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The storm cost the port of Ellery nine million pounds, its director said on Friday. (AP)",
        "Getty Images said on Friday it would buy the picture library of the Ellery museum in March.",
        "Photo by photo, twenty volunteers of Ellery have put the old harbour online since the spring.",
        "La alcaldesa de Ellery lo confirmó el viernes en declaraciones recogidas por Europa Press.",
        "The library will be sold in March, the museum said. Getty Images declined to comment on it.",
      })
  void aParagraphThatNamesAPictureAgencyIsOfTheBody(String paragraph) {
    Article article =
        article(
            "The news from the harbour\n\nBy Dana Whitlock\n\n"
                + "The ferries of Ellery sailed again on Saturday after three days of gales, it said.\n\n"
                + paragraph
                + "\n\nNobody was hurt.\n\nAlso read\n\nFerry line adds two winter crossings\n");

    assertThat(paragraphs(article)).hasSize(3).contains(paragraph);
    assertThat(article.pictures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Photo: The ferries of Ellery lie at their berths in the inner harbour on Friday evening.",
        "The ferries of Ellery lie at their berths in the inner harbour on Friday. Photo: Per Holm",
        "The ferries of Ellery lie at their berths in the inner harbour on Friday. (AP Photo/Per Holm)",
      })
  void aParagraphWithAPictureCreditIsItsCaption(String caption) {
    Article article =
        article(
            "The news from the harbour\n\nBy Dana Whitlock\n\n"
                + "The ferries of Ellery sailed again on Saturday after three days of gales, it said.\n\n"
                + caption
                + "\n\nNobody was hurt.\n");

    assertThat(paragraphs(article)).hasSize(2);
    assertThat(article.pictures()).hasSize(1);
  }

  @Test
  void theFirstParagraphAboveAPictureCreditIsNoCaption() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            By Dana Whitlock

            The port of Ellery opened its gates again on Saturday after three days of storm, it said.

            Photo: Reuters

            All ferries sailed by noon, and most of them were full, the port office said.

            The ferry Orr at her berth in Ellery, which she left on Saturday for the first time in days.
            Photo: Per Holm
            """);

    assertThat(paragraphs(article)).hasSize(2);
    assertThat(article.pictures())
        .containsExactly(
            Picture.captioned(
                "The ferry Orr at her berth in Ellery, which she left on Saturday for the first time"
                    + " in days."));
  }

  @Test
  void aHeadlineMayNameAPictureAgency() {
    Article article =
        article(
            """
            Getty Images to buy the library of Ellery

            By Dana Whitlock

            The museum of Ellery will sell its picture library in March, its director said on Friday.

            Photo: Per Holm

            All of the money goes to the town.
            """);

    assertThat(article.headline()).isEqualTo("Getty Images to buy the library of Ellery");
    assertThat(paragraphs(article)).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Getty Images rose 5% on Monday.",
        "Shutterstock, which it is to buy, gained 4%.",
        "She sold her pictures to Getty Images in May.",
      })
  void aSentenceThatTellsOfAPictureAgencyIsOfTheBody(String sentence) {
    Article article =
        article(
            "Stocks to watch\n\nBy Dana Whitlock\n\n"
                + "The ferries of Ellery sailed again on Saturday after three days of gales, it said.\n\n"
                + sentence
                + "\n\nNobody was hurt.\n");

    assertThat(paragraphs(article)).hasSize(3).contains(sentence);
    assertThat(article.pictures()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Getty Images/Per Holm",
        "Photo by Per Holm of the Ellery Post.",
        "Courtesy of the Holm family of Ellery."
      })
  void aCreditIsNoSentenceOfTheBody(String credit) {
    Article article =
        article(
            "Stocks to watch\n\nBy Dana Whitlock\n\n"
                + "The ferries of Ellery sailed again on Saturday after three days of gales, it said.\n\n"
                + credit
                + "\n\nNobody was hurt.\n");

    assertThat(paragraphs(article)).hasSize(2);
  }

  @Test
  void paragraphsThatTouchACreditAreOfTheBody() {
    String lead =
        "The port of Ellery opened its gates on Saturday after three days of storm, it said.";
    String more =
        "All ferries sailed by noon, and most of them were full, the office said on Sunday.";
    Article article =
        article(
            "Ferries sail again\n\n"
                + lead
                + "\nPhoto: Per Holm\n\n"
                + more
                + "\nPhoto: Ida Moss\n\nNobody was hurt.\n");

    assertThat(paragraphs(article)).containsExactly(lead, more, "Nobody was hurt.");
    assertThat(article.pictures()).isEmpty();
  }

  @Test
  void aSentenceSaidTwiceRunningIsSaidTwice() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            The port of Ellery opened its gates again on Saturday after three days of storm, it said.

            "I will pay," she said.

            "I will pay," she said.

            All ferries sailed by noon, and most of them were full, the port office said.
            """);

    assertThat(paragraphs(article)).hasSize(4);
  }
}
