package org.wirecopy.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PastedNameTest {
  @Test
  void isTheHeadline() {
    assertThat(PastedName.of("\n\n  Storm closes Ellery’s port \n\nThe port."))
        .isEqualTo("storm-closes-ellery-s-port.txt");
    assertThat(PastedName.of("---\nheadline: \"Gales ease\"\n---\nText"))
        .isEqualTo("gales-ease.txt");
    assertThat(PastedName.of("# Stürme flauen ab")).isEqualTo("stürme-flauen-ab.txt");
  }

  @Test
  void isCutBetweenWords() {
    assertThat(PastedName.of("council ".repeat(20)))
        .isEqualTo("council-council-council-council-council-council-council.txt");
    assertThat(PastedName.of("x".repeat(300))).isEqualTo("x".repeat(60) + ".txt");
  }

  @Test
  void isThereForATextWithoutWords() {
    assertThat(PastedName.of("--- \n ***")).isEqualTo("pasted.txt");
  }
}
