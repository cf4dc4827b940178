package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearseCommandTest {

  @Test
  void deliversTheSamplesToItselfAndEnds() {
    assertThat(Wirecopy.commandLine().execute("rehearse")).isZero();
  }
}
