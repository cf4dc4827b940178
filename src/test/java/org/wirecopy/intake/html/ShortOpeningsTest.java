package org.wirecopy.intake.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Saved pages whose stories open with few words. */
class ShortOpeningsTest {
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the"
          + " harbour, after a debate that lasted for more than four hours and ended in applause.";
  private static final String COST =
      "Work is to begin in March and will cost 240 million, the mayor said. Two thirds of it are"
          + " paid by the state, which has yet to sign the contract.";

  @Test
  void theFirstSentenceIsOfTheStoryHoweverShort() {
    assertThat(paragraphs("<p>It rained.</p>")).containsExactly("It rained.", LEAD, COST);
  }

  @Test
  void questionsAndAnswersOfAnInterviewStay() {
    assertThat(
            paragraphs(
                "<p>Jane Roe is mayor.</p><p><strong>Why a tram?</strong></p><p>Because.</p>"
                    + "<p><strong>Who pays?</strong></p>"))
        .containsExactly("Jane Roe is mayor.", "Why a tram?", "Because.", "Who pays?", LEAD, COST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Tom Pike.",
        "Tom Pike",
        "24 Nov.",
        "5 min.",
        "Harbour",
        "The long quay!",
        "<a href='/sign-up'>Join us.</a>"
      })
  void namesDatesLabelsAndTheHeadlineAreNone(String line) {
    assertThat(paragraphs("<p>" + line + "</p>")).containsExactly(LEAD, COST);
  }

  private static List<String> paragraphs(String opening) {
    String page =
        "<html lang=en><head><title>The long quay</title></head><body><article>"
            + "<h1>The long quay</h1>"
            + opening
            + "<p>"
            + LEAD
            + "</p><p>"
            + COST
            + "</p></article></body></html>";
    Reading reading =
        new HtmlReader()
            .read(
                new Source(
                    "quay.html",
                    page.getBytes(UTF_8),
                    Instant.parse("2026-11-23T10:00:00Z"),
                    ZoneOffset.UTC,
                    null));
    return ((Reading.Articles) reading).articles().get(0).body().stream().map(Block::text).toList();
  }
}
