package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Dateline.Precision;

@NullUnmarked
class DatesTest {
  private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12:28 PM, August 25, 2021                   | LOCAL_TIME | 2021-08-25T12:28+05:30
          August 23, 2021 @ 02:55 PM                  | LOCAL_TIME | 2021-08-23T14:55+05:30
          14 March 2024 09:30 GMT                     | INSTANT    | 2024-03-14T09:30Z
          Friday, 22 Nov 2024 4:55 PM MYT             | INSTANT    | 2024-11-22T16:55+08:00
          Published: 22:04, 22 Apr 2024               | LOCAL_TIME | 2024-04-22T22:04+05:30
          April 25, 20232:26 PM GMT+2                 | INSTANT    | 2023-04-25T14:26+02:00
          January 28, 2025 11:30 am (Updated 11:54 am) | LOCAL_TIME | 2025-01-28T11:30+05:30
          Tue, 26 November 2024 9:27PM                | LOCAL_TIME | 2024-11-26T21:27+05:30
          April 28, 2023 GMT                          | DAY        | 2023-04-28T00:00Z
          25 de mayo de 2025 16:51 h                  | LOCAL_TIME | 2025-05-25T16:51+05:30
          Stand: 28.04.2023 17:23 Uhr                 | LOCAL_TIME | 2023-04-28T17:23+05:30
          12. März 2025                               | DAY        | 2025-03-12T00:00+05:30
          18 juil. 2024 à 08:01                       | LOCAL_TIME | 2024-07-18T08:01+05:30
          le 6 février 2026 à 14h16                   | LOCAL_TIME | 2026-02-06T14:16+05:30
          05 gennaio 2025 alle 14:44                  | LOCAL_TIME | 2025-01-05T14:44+05:30
          20 Nisan 2026                               | DAY        | 2026-04-20T00:00+05:30
          2024年04月24日                                | DAY        | 2024-04-24T00:00+05:30
          2025年1月14日 01時28分                        | LOCAL_TIME | 2025-01-14T01:28+05:30
          2025년 5월 15일 오후 8:00                      | LOCAL_TIME | 2025-05-15T20:00+05:30
          14 مارس 2024 09:30                          | LOCAL_TIME | 2024-03-14T09:30+05:30
          2025/1/21 20:50                             | LOCAL_TIME | 2025-01-21T20:50+05:30
          2025. június 5. 14:00                       | LOCAL_TIME | 2025-06-05T14:00+05:30
          2025 m. birželio 5 d. 14:00                 | LOCAL_TIME | 2025-06-05T14:00+05:30
          5 июня 2025, 14:00 МСК                      | LOCAL_TIME | 2025-06-05T14:00+05:30
          25.04.24                                    | DAY        | 2024-04-25T00:00+05:30
          30/04/2024 - 16:17 MESZ                     | INSTANT    | 2024-04-30T16:17+02:00
          03/25/2024                                  | DAY        | 2024-03-25T00:00+05:30
          Sept. 2, 2024                               | DAY        | 2024-09-02T00:00+05:30
          3:05 p.m. ET on Tuesday, May 3, 2022        | INSTANT    | 2022-05-03T15:05-04:00
          May 3rd, 2022                               | DAY        | 2022-05-03T00:00+05:30
          Thu, 14 Mar 2024 09:30:00 +0000             | INSTANT    | 2024-03-14T09:30Z
          Fri, 14 Mar 2024 09:30:00 EST               | INSTANT    | 2024-03-14T09:30-05:00
          14 Mar 24 09:30 +0530                       | INSTANT    | 2024-03-14T09:30+05:30
          Thu, 14 Mar 2024 24:00:00 GMT               | INSTANT    | 2024-03-15T00:00Z
          2024-03-14T09:30:00.123Z                    | INSTANT    | 2024-03-14T09:30Z
          2026-11-23T18:00+01:00                      | INSTANT    | 2026-11-23T18:00+01:00
          2024-03-14 09:30:00 -0400                   | INSTANT    | 2024-03-14T09:30-04:00
          2024-03-14                                  | DAY        | 2024-03-14T00:00+05:30
          20240314T093000Z                            | INSTANT    | 2024-03-14T09:30Z
          20240314T093000+0100                        | INSTANT    | 2024-03-14T09:30+01:00
          23-Aug-2021 18.45                           | LOCAL_TIME | 2021-08-23T18:45+05:30
          12 noon GMT 5 May 2021                      | DAY        | 2021-05-05T00:00+05:30
          """)
  void readsDatesAsNewsroomsPrintThem(String text, Precision precision, String date) {
    Dates.Stated stated = Dates.parse(text, KOLKATA);
    assertThat(stated).as(text).isNotNull();
    assertThat(stated.date().withNano(0)).as(text).isEqualTo(date);
    assertThat(stated.date().withNano(0).toString()).as(text).isEqualTo(date);
    assertThat(stated.precision()).as(text).isEqualTo(precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5009",
        "PUTRAJAYA, Nov 22 —",
        "31 February 2024",
        "Thu, 31 Feb 2024 00:00:00 GMT",
        "yesterday",
        "1710408600",
        "Published 4 months ago",
        "on Friday",
        "99.99.2024",
        "1.250.000",
        "Call 020 7946 0018",
        "May 2021",
        "2024",
        "in 1914 and 1939",
        "12:30:45",
      })
  void inventsNoDate(String text) {
    assertThat(Dates.parse(text, KOLKATA)).isNull();
  }

  @Test
  void tellsWhereTheDateStands() {
    String line = "By Ana Müller | 14 March 2024, 09:30 GMT | 3 min read";
    Dates.Stated stated = Dates.find(line, KOLKATA);
    assertThat(line.substring(stated.start(), stated.end())).isEqualTo("14 March 2024, 09:30 GMT");
  }

  @Test
  void putsTheMonthFirstForAmericansOnly() {
    assertThat(Dates.find("05/06/2025", KOLKATA, "en-US").date().getMonthValue()).isEqualTo(5);
    assertThat(Dates.find("05/06/2025", KOLKATA, "en").date().getMonthValue()).isEqualTo(6);
    assertThat(Dates.find("05/06/2025", ZoneId.of("America/New_York"), null).date().getMonthValue())
        .isEqualTo(5);
  }

  @Test
  void takesTheOffsetOfTheSeason() {
    ZoneId london = ZoneId.of("Europe/London");
    assertThat(Dates.parse("22:04, 22 Apr 2024", london).date())
        .hasToString("2024-04-22T22:04+01:00");
    assertThat(Dates.parse("22:04, 22 Jan 2024", london).date()).hasToString("2024-01-22T22:04Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2 hours ago, 2024-03-14T00:00+05:30",
    "vor 11 Stunden, 2024-03-13T00:00+05:30",
    "Published 3 days ago, 2024-03-11T00:00+05:30",
    "Yesterday at 14:30, 2024-03-13T14:30+05:30",
    "il y a 20 minutes, 2024-03-14T00:00+05:30",
  })
  void tellsRelativeDatesFromTheFilesTime(String text, String date) {
    Instant saved = Instant.parse("2024-03-14T04:30:00Z");
    assertThat(Dates.relative(text, saved, KOLKATA).date()).hasToString(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4 months ago", "3 weeks ago", "2 hours", "5009", "30 days"})
  void takesNoDayFromWhatIsTooCoarse(String text) {
    assertThat(Dates.relative(text, Instant.EPOCH, KOLKATA)).isNull();
  }
}
