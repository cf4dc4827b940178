package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;

/** Where and when, as the first paragraph says it in several languages. */
class PrintedDatelineTest {
  private static final ZoneId DELHI = ZoneId.of("Asia/Kolkata");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NEW YORK (AP) — The port opened.|NEW YORK|",
        "LINDI: The port opened.|LINDI|",
        "KYIV, Ukraine (AP) — The port opened.|KYIV|",
        "МОСКВА, 25 ноября (ТАСС) - Порт открылся.|МОСКВА|2026-11-25",
        "ROMA, 24 NOV - Il porto ha riaperto.|ROMA|2026-11-24",
        "NEW DELHI, Nov 25 - The port opened.|NEW DELHI|2026-11-25",
        "Berlin (dpa) - Der Hafen ist offen.|Berlin|",
        "Frankfurt am Main (dpa/lhe) – Der Hafen ist offen.|Frankfurt am Main|",
        "Hamburg/Kiel, 24. November (dpa) – Der Hafen ist offen.|Hamburg/Kiel|2026-11-24",
        "Paris, le 23 novembre (AFP) - Le port a rouvert.|Paris|2026-11-23",
        "Paris, 12 mars 2024 (AFP) – Le port a rouvert.|Paris|2024-03-12",
        "Madrid, 24 nov (EFE).- El puerto reabrió.|Madrid|2026-11-24",
        "São Paulo, 24 de novembro (Lusa) – O porto reabriu.|São Paulo|2026-11-24",
        "New Delhi, Nov 25 (PTI) The port opened.|New Delhi|2026-11-25",
        "नई दिल्ली, 25 नवंबर (भाषा) बंदरगाह खुल गया।|नई दिल्ली|2026-11-25",
        "नई दिल्ली (भाषा) - बंदरगाह खुल गया।|नई दिल्ली|",
        "القاهرة (رويترز) - أعيد فتح الميناء.|القاهرة|"
      })
  void placeAndFreshDayAreRead(String paragraph, String place, LocalDate day) {
    Dateline dateline = completed(Dateline.NONE, paragraph);

    assertThat(dateline.place()).isEqualTo(place);
    assertThat(dateline.date())
        .isEqualTo(day == null ? null : day.atStartOfDay(DELHI).toOffsetDateTime());
    assertThat(dateline.precision()).isEqualTo(Dateline.Precision.DAY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Friedrich Merz (CDU) - er ist seit Mai Kanzler - sprach am Samstag.",
        "Manuel Neuer (Bayern) – Der Torwart war gut.",
        "Ferries sailed again, Nov 25 was calm - the port opened.",
        "Yesterday (Sunday) - the port opened.",
        "On March 12 - a Thursday - the port opened.",
        "Der Hafen ist offen - endlich.",
        "Ellery, May 25 years old, won the race.",
        "Well, 3 things (all good) happened - at last."
      })
  void aSentenceThatBeginsLikeOneIsNone(String paragraph) {
    assertThat(completed(Dateline.NONE, paragraph)).isEqualTo(Dateline.NONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"NEW DELHI, Aug 25 - The port opened.", "NEW DELHI, Nov 31 - The port opened."})
  void aDayThatIsNotOfThisWeekIsNoDateWithoutItsYear(String paragraph) {
    assertThat(completed(Dateline.NONE, paragraph).date()).isNull();
  }

  @Test
  void theDaysAroundNewYearAreOfTheYearTheyLieIn() {
    Source source = source(Instant.parse("2026-01-02T10:00:00Z"));

    Dateline dateline =
        PrintedDateline.complete(
            Dateline.NONE,
            List.of(Block.paragraph("NEW DELHI, Dec 30 - The port opened.")),
            source);

    assertThat(dateline.date()).isEqualTo(OffsetDateTime.parse("2025-12-30T00:00:00+05:30"));
  }

  @Test
  void keyPointsStandAboveTheDateline() {
    List<Block> body =
        List.of(
            Block.of(Block.Kind.BULLET, "Brent at its highest since May"),
            Block.paragraph("LONDON, Nov 23 - Shares slipped on Monday."));

    Dateline dateline =
        PrintedDateline.complete(
            Dateline.NONE, body, source(Instant.parse("2026-11-25T15:00:00Z")));

    assertThat(dateline.place()).isEqualTo("LONDON");
  }

  @Test
  void whatIsStatedElsewhereStays() {
    OffsetDateTime stated = OffsetDateTime.parse("2026-11-24T09:00:00+05:30");
    Dateline found = new Dateline("Delhi", stated, Dateline.Precision.INSTANT);

    assertThat(completed(found, "NEW DELHI, Nov 25 - The port opened.")).isEqualTo(found);
    assertThat(
            completed(
                new Dateline(null, stated, Dateline.Precision.INSTANT),
                "NEW DELHI, Nov 25 - The port opened."))
        .isEqualTo(new Dateline("NEW DELHI", stated, Dateline.Precision.INSTANT));
  }

  private static Dateline completed(Dateline found, String paragraph) {
    return PrintedDateline.complete(
        found, List.of(Block.paragraph(paragraph)), source(Instant.parse("2026-11-25T15:00:00Z")));
  }

  private static Source source(Instant saved) {
    return new Source("a.txt", new byte[0], saved, DELHI, null);
  }
}
