package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-05-06T07:08:09Z, 2026-05-06T07:08:09Z",
    "2026-05-06T07:08:09.010999Z, 2026-05-06T07:08:09.010Z",
    "+12026-05-06T07:08:09Z, 9999-12-31T23:59:59Z",
    "-0026-05-06T07:08:09Z, 0000-01-01T00:00:00Z"
  })
  void housesTimesAreUtc(String instant, String written) {
    assertThat(Timestamps.utc(Instant.parse(instant))).isEqualTo(written);
  }

  @Test
  void statedTimesKeepTheirOffset() {
    assertThat(Timestamps.stated(OffsetDateTime.parse("2021-08-25T12:28:00+05:30")))
        .isEqualTo("2021-08-25T12:28:00+05:30");
    assertThat(Timestamps.stated(OffsetDateTime.parse("0999-01-02T03:04:05.600Z")))
        .isEqualTo("0999-01-02T03:04:05.600Z");
    assertThat(Timestamps.stated(null)).isNull();
  }

  @Test
  void localMeanTimeIsWrittenInUtc() {
    OffsetDateTime calcutta =
        OffsetDateTime.of(1890, 1, 1, 5, 53, 28, 0, ZoneOffset.ofHoursMinutesSeconds(5, 53, 28));

    assertThat(Timestamps.stated(calcutta)).isEqualTo("1890-01-01T00:00:00Z");
  }

  @Test
  void yearsBeyondFourDigitsAreLeftOut() {
    assertThat(Timestamps.stated(OffsetDateTime.MAX)).isNull();
    assertThat(Timestamps.stated(OffsetDateTime.MIN)).isNull();
  }

  @Test
  void superdeskGetsWholeSecondsInUtc() {
    assertThat(Timestamps.superdesk(Instant.parse("2026-05-06T07:08:09.999Z")))
        .isEqualTo("2026-05-06T07:08:09+0000");
  }
}
