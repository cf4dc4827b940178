package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wirecopy.article.Subject;

class DeskTest {
  @Test
  void aFolderIsADesk() {
    assertThat(Desk.of("sports/football/final.txt"))
        .isEqualTo(new Subject("desk", "sports/football", "football"));
  }

  @Test
  void theInboxItselfIsNone() {
    assertThat(Desk.of("final.txt")).isNull();
  }

  @Test
  void aFolderWithControlCharactersIsNamedWithoutThem() {
    assertThat(Desk.of("spo\u202erts\n/final.txt"))
        .isEqualTo(new Subject("desk", "sports", "sports"));
  }
}
