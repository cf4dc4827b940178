package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.filtered;
import static org.wirecopy.ledger.Desk.held;
import static org.wirecopy.ledger.Desk.kill;
import static org.wirecopy.ledger.Desk.settled;
import static org.wirecopy.ledger.Desk.to;
import static org.wirecopy.ledger.Desk.withhold;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Plan;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Story;
import org.wirecopy.article.Submission;

/** No story is sent, or stays with its partners, with a link to a killed one. */
@NullUnmarked
class RelatedAfterKillTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void storiesThatListAKilledOneAreSentAgainWithoutIt() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept("old", "Old", to("acme"));
    acme.delivered(acme.next());
    list("new", List.of("old", "other"), to("acme"), filtered("bolt"));
    acme.delivered(acme.next());
    list("apart", List.of("other"), to("acme"));
    acme.delivered(acme.next());

    desk.accept("old", kill("Old"), to("acme"));

    Delivery killed = acme.next();
    assertThat(killed.story().action()).isEqualTo(Action.KILL);
    acme.delivered(killed);
    Delivery again = acme.next();
    assertThat(again.story().uri()).isEqualTo("new");
    assertThat(again.story().action()).isEqualTo(Action.UPDATE);
    assertThat(again.story().version()).isEqualTo(2);
    assertThat(again.story().related()).extracting(RelatedStory::uri).containsExactly("other");
    acme.delivered(again);
    assertThat(desk.states("new"))
        .containsExactly(
            "acme v1 delivered", "bolt v1 filtered", "acme v2 delivered", "bolt v2 filtered");
    assertThat(acme.handed()).isEmpty();
    assertThat(desk.ledger().views().story("new").versions().get(1).note()).contains("old");
  }

  @Test
  void manyThatListItAreAllSentAgain() {
    desk.accept("old", "Old", to("acme"));
    for (int i = 0; i < 230; i++) {
      list("new" + i, List.of("old"), to("acme"));
    }
    settled(desk.ledger().orders().act("old", Action.KILL, "wrong photo"));

    await().untilAsserted(() -> assertThat(desk.ledger().views().listing("old")).isEmpty());
    assertThat(current("new229").version()).isEqualTo(2);
    assertThat(current("new0").related()).isEmpty();
  }

  @Test
  void whatACrashLeftUndoneIsDoneAtTheNextStart() throws SQLException {
    desk.accept("old", "Old", to("acme"));
    list("new", List.of("old"), to("acme"));
    // As if the process had ended between the kill and what follows it.
    settled(desk.ledger().orders().act("old", Action.WITHHOLD, null));
    desk.ledger().close();
    desk.change("UPDATE story SET status = 'CANCELED' WHERE uri = 'old'");
    desk.reopen();

    await().untilAsserted(() -> assertThat(desk.ledger().views().listing("old")).isEmpty());
    assertThat(current("new").version()).isEqualTo(2);
  }

  @Test
  void whatWaitedMeanwhileGoesOutWithoutAWithheldOne() {
    desk.accept("old", "Old", to("acme"));
    list("new", List.of("old", "other"), to("acme"));
    settled(desk.ledger().orders().act("old", Action.WITHHOLD, "lawyers"));

    Desk.Line acme = desk.lane("acme", 8);

    Delivery sent = acme.next();
    assertThat(sent.story().uri()).isEqualTo("new");
    assertThat(sent.story().related()).extracting(RelatedStory::uri).containsExactly("other");
  }

  @Test
  void aCorrectionSentAgainIsStillOne() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept("old", "Old", to("acme"));
    acme.delivered(acme.next());
    list("new", List.of("old"), to("acme"));
    acme.delivered(acme.next());
    settled(
        desk.ledger()
            .commit(
                List.of(
                    new Submission(
                        "new",
                        article("new, mended").correction("the day").build(),
                        List.of(related("old")),
                        List.of(to("acme")),
                        "new.txt"))));
    acme.delivered(acme.next());

    desk.accept("old", kill("Old"), to("acme"));

    acme.delivered(acme.next());
    Delivery again = acme.next();
    assertThat(again.story().version()).isEqualTo(3);
    assertThat(again.story().action()).isEqualTo(Action.CORRECT);
  }

  @Test
  void aLookupThatDoesNotKnowOfTheRecallYetIsCorrected() {
    desk.accept("killed", "Killed", to("acme"));
    desk.accept("killed", kill("Killed"), to("acme"));
    desk.accept("withheld", "Withheld", to("acme"));
    desk.accept("withheld", withhold("Withheld"), to("acme"));
    desk.restart();
    list("new", List.of("killed", "fine", "withheld"), to("acme"));

    assertThat(current("new").related()).extracting(RelatedStory::uri).containsExactly("fine");
    settled(desk.ledger().orders().act("withheld", Action.RELEASE, null));
    list("later", List.of("killed", "withheld"), to("acme"));
    assertThat(current("later").related())
        .extracting(RelatedStory::uri)
        .containsExactly("withheld");
  }

  @Test
  void anEmbargoedOneIsHeldOnWithoutIt() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept("old", "Old", to("acme"));
    acme.delivered(acme.next());
    list("new", List.of("old"), held("acme", desk.clock.instant().plus(Duration.ofHours(2))));
    settled(desk.ledger().orders().act("old", Action.KILL, null));
    acme.delivered(acme.next());

    await().untilAsserted(() -> assertThat(current("new").version()).isEqualTo(2));
    assertThat(acme.handed()).isEmpty();
    desk.advance(Duration.ofHours(3));
    Delivery sent = acme.next();
    assertThat(sent.story().version()).isEqualTo(2);
    assertThat(sent.story().related()).isEmpty();
  }

  private Story current(String uri) {
    return desk.ledger().views().story(uri).current();
  }

  private void list(String uri, List<String> related, Plan... plans) {
    settled(
        desk.ledger()
            .commit(
                List.of(
                    new Submission(
                        uri,
                        article("Story " + uri).build(),
                        related.stream().map(RelatedAfterKillTest::related).toList(),
                        List.of(plans),
                        uri + ".txt"))));
  }

  private static RelatedStory related(String uri) {
    return new RelatedStory(uri, null, "Headline", null, null, false, false, 0.5, "harbour");
  }
}
