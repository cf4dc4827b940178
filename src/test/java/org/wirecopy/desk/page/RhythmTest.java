package org.wirecopy.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RhythmTest {
  private final Rhythm rhythm = new Rhythm();

  /** Each + is a beat with a change, each - one without; told are the beats marked !. */
  private String told(String beats) {
    StringBuilder told = new StringBuilder();
    for (char beat : beats.toCharArray()) {
      told.append(rhythm.beat(beat == '+') ? '!' : '.');
    }
    return told.toString();
  }

  @Test
  void aChangeIsToldAtTheNextBeat() {
    assertThat(told("--+--++-+-")).isEqualTo("..!..!!.!.");
  }

  @Test
  void aStreamOfChangesIsToldAtEveryFourthBeat() {
    assertThat(told("++++++++++++++")).isEqualTo("!!!!...!...!..");
  }

  @Test
  void theLastChangeOfAStreamIsToldAsSoonAsItEnds() {
    assertThat(told("++++++--+")).isEqualTo("!!!!..!.!");
  }
}
