package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.filtered;
import static org.wirecopy.ledger.Desk.to;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;

/** Corrections whose place a later version took before they reached a partner. */
@NullUnmarked
class MissedCorrectionTest {
  private static final String URI = "tag:example.org,2026:harbour";
  private static final Duration LONG = Duration.ofHours(1);

  @TempDir Path folder;
  private Desk desk;
  private Desk.Line acme;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("data"));
    acme = desk.lane("acme", 8);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void theNextVersionIsTheCorrectionForWhoeverHasWhatWasWrong() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    correctionFails("on Monday", "the day", to("acme"));
    desk.accept(URI, "Harbour opens on Monday, ferries wait", to("acme"));

    Delivery told = acme.next();
    assertThat(told.story().version()).isEqualTo(3);
    assertThat(told.story().action()).isEqualTo(Action.CORRECT);
    assertThat(told.story().article().correction()).isEqualTo("the day");
    acme.delivered(told);
    assertThat(desk.ledger().views().sent(told.id())).isEqualTo(told.story());

    desk.accept(URI, "Harbour opens on Monday, ferries sail", to("acme"));
    Story later = acme.next().story();
    assertThat(later.action()).isEqualTo(Action.UPDATE);
    assertThat(later.article().correction()).isNull();
  }

  @Test
  void itIsToldAgainAtTheNextTryAndAfterARestart() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    correctionFails("on Monday", "the day", to("acme"));
    desk.accept(URI, "Harbour opens on Monday, ferries wait", to("acme"));
    acme.fails(acme.next(), Duration.ZERO);
    assertThat(acme.next().story().action()).isEqualTo(Action.CORRECT);

    desk.restart();
    acme = desk.lane("acme", 8);
    assertThat(acme.next().story().action()).isEqualTo(Action.CORRECT);
  }

  @Test
  void twoThatWereMissedAreToldTogetherAndWithTheNewest() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    correctionFails("on Monday", "the day", to("acme"));
    correctionFails("on Tuesday", "the day again", to("acme"));
    correctionFails("on Tuesday at nine", "the hour", to("acme"));

    desk.advance(LONG);
    assertThat(acme.next().story().article().correction())
        .isEqualTo("the day; the day again; the hour");
  }

  @Test
  void itReachesAPartnerWhoseFilterLeavesTheNextVersionOut() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    correctionFails("on Monday", "the day", to("acme"));
    desk.accept(URI, "Harbour opens on Monday, ferries wait", filtered("acme"));

    assertThat(acme.next().story().article().correction()).isEqualTo("the day");
  }

  @Test
  void oneThatIsOnItsWayIsMissedIfItDoesNotArrive() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    desk.accept(URI, corrected("on Monday", "the day"), to("acme"));
    Delivery onItsWay = acme.next();
    desk.accept(URI, "Harbour opens on Monday, ferries wait", filtered("acme"));
    acme.fails(onItsWay, LONG);

    assertThat(acme.next().story().article().correction()).isEqualTo("the day");
  }

  @Test
  void oneThatArrivesIsNotToldAgain() {
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    desk.accept(URI, corrected("on Monday", "the day"), to("acme"));
    Delivery onItsWay = acme.next();
    desk.accept(URI, "Harbour opens on Monday, ferries wait", to("acme"));
    acme.delivered(onItsWay);

    assertThat(acme.next().story().action()).isEqualTo(Action.UPDATE);
  }

  @Test
  void whoeverNeverHadWhatWasWrongIsToldOfNoCorrection() {
    desk.accept(URI, "Harbour opens", to("bolt"));
    desk.accept(URI, corrected("on Monday", "the day"), to("bolt"));
    desk.accept(URI, "Harbour opens on Monday, ferries wait", to("bolt"));

    assertThat(desk.lane("bolt", 8).next().story().action()).isEqualTo(Action.UPDATE);
  }

  private static Article corrected(String when, String correction) {
    return article("Harbour opens " + when).correction(correction).build();
  }

  private void correctionFails(String when, String correction, Plan plan) {
    desk.accept(URI, corrected(when, correction), plan);
    acme.fails(acme.next(), LONG);
  }
}
