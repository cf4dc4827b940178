package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ledger.Desk.to;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;

/** A partner that was down comes back: the news of the hour first, and no flood. */
@NullUnmarked
class RecoveryTest {
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
  void whatCameLastGoesFirstOnceTheBacklogIsOld() {
    for (int i = 1; i <= 5; i++) {
      desk.accept("old" + i, "Old news " + i, to("acme"));
    }
    desk.advance(Duration.ofHours(1));
    desk.accept("new1", "New 1", to("acme"));
    desk.accept("new2", "New 2", to("acme"));
    desk.accept("urgent", Desk.article("Flood").urgency(1).build(), to("acme"));

    Desk.Line acme = desk.lane("acme", 1);
    List<String> order = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Delivery delivery = acme.next();
      order.add(delivery.story().uri());
      assertThat(delivery.sequence()).isEqualTo(i + 1);
      acme.delivered(delivery);
    }
    assertThat(order.subList(0, 3)).containsExactly("urgent", "new2", "new1");
    assertThat(order).hasSize(8).doesNotHaveDuplicates();
  }

  @Test
  void aShortWaitKeepsTheOrder() {
    desk.accept("a", "First", to("acme"));
    desk.advance(Duration.ofSeconds(20));
    desk.accept("b", "Second", to("acme"));
    Desk.Line acme = desk.lane("acme", 1);
    Delivery first = acme.next();
    assertThat(first.story().uri()).isEqualTo("a");
  }

  @Test
  void afterARestMoreAndMoreGoAtOnce() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept("down", "Nobody answers", to("acme"));
    acme.report(
        acme.next(),
        new Outcome.Retry(desk.clock.instant(), true, "503"),
        503,
        new Outcome.Rest(desk.clock.instant().plusSeconds(30), true, "breaker"));
    for (int i = 1; i <= 20; i++) {
      desk.accept("s" + i, "Story " + i, to("acme"));
    }
    desk.advance(Duration.ofSeconds(31));

    Delivery probe = acme.next();
    assertThat(acme.handed()).as("one real probe").isEmpty();
    acme.delivered(probe);
    List<Delivery> two = List.of(acme.next(), acme.next());
    assertThat(acme.handed()).as("then two").isEmpty();
    acme.delivered(two.get(0));
    acme.delivered(two.get(1));
    for (int i = 0; i < 4; i++) {
      acme.next();
    }
    assertThat(acme.handed()).as("then four").isEmpty();
  }

  @Test
  void whatFailedWhileItWasDownIsTriedAsSoonAsItIsBack() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept("a", "Story a", to("acme"));
    desk.accept("b", "Story b", to("acme"));
    Outcome.Rest rest = new Outcome.Rest(desk.clock.instant().plusSeconds(30), true, "breaker");
    Outcome much = new Outcome.Retry(desk.clock.instant().plus(Duration.ofHours(5)), true, "503");
    for (Delivery delivery : List.of(acme.next(), acme.next())) {
      acme.report(delivery, much, 503, rest);
    }
    desk.accept("c", "Story c", to("acme"));
    desk.advance(Duration.ofSeconds(31));

    acme.delivered(acme.next());
    List<Delivery> failed = List.of(acme.next(), acme.next());
    assertThat(failed).extracting(each -> each.story().uri()).containsExactlyInAnyOrder("a", "b");
    assertThat(failed)
        .as("the try that it was down for takes nothing from its schedule")
        .allSatisfy(each -> assertThat(each.attempts()).isZero());
  }
}
