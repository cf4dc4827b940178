package org.wirecopy.related;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;

/** Invented stories of an invented island, for the tests. */
final class Newsroom {
  static final ArchiveStory FERRY_SINKS =
      story(
          "ferry-sinks",
          "Ferry Marisol sinks off Port Ambrose, 14 rescued",
          "2031-03-04T09:00:00Z",
          "The ferry Marisol sank early on Tuesday off Port Ambrose after striking a reef in fog."
              + " Fourteen passengers were rescued by fishing boats, the harbour master Odile"
              + " Kestrel said.\n\nThe vessel, operated by Blue Strait Lines, was on its way from"
              + " Calder Bay with a cargo of citrus. An inquiry was opened by the coast guard.");
  static final ArchiveStory FERRY_INQUIRY =
      story(
          "ferry-inquiry",
          "Inquiry into Marisol sinking hears of broken radar",
          "2031-03-09T15:30:00Z",
          "The radar of the ferry Marisol had been broken for weeks before it sank off Port"
              + " Ambrose, a mechanic of Blue Strait Lines told the coast guard inquiry on"
              + " Sunday.\n\nHarbour master Odile Kestrel said no report had reached her office."
              + " The inquiry continues in Calder Bay.");
  static final ArchiveStory FERRY_COPY =
      story(
          "ferry-inquiry-evening",
          "Inquiry into Marisol sinking hears of broken radar (evening edition)",
          "2031-03-09T19:00:00Z",
          FERRY_INQUIRY.text() + " Ferries run normally tonight.");
  static final ArchiveStory FERRY_OWNER =
      story(
          "ferry-owner",
          "Blue Strait Lines chief resigns after Marisol inquiry",
          "2031-03-15T08:00:00Z",
          "The chief executive of Blue Strait Lines, Tomas Verhage, resigned on Saturday, a week"
              + " after the coast guard inquiry into the sinking of the ferry Marisol heard that"
              + " its radar was broken.\n\nThe company will replace the radar of its four remaining"
              + " ferries, it said in Port Ambrose.");
  static final ArchiveStory CITRUS =
      story(
          "citrus",
          "Citrus growers expect record harvest",
          "2031-03-10T07:00:00Z",
          "Growers in the Lomond valley expect a record citrus harvest this spring after a mild"
              + " winter, their association said.\n\nPrices for lemons may fall by a tenth. Exports"
              + " to the mainland have doubled since the tariff was lifted.");
  static final ArchiveStory CHESS =
      story(
          "chess",
          "Schoolgirl, 12, wins island chess title",
          "2031-03-08T18:00:00Z",
          "Ilse Marchetti, 12, beat the defending champion in the final of the island chess"
              + " championship in Calder Bay on Saturday.\n\nShe sacrificed a rook on move 31 and"
              + " won the endgame with two extra pawns.");
  static final ArchiveStory ELECTION =
      story(
          "election",
          "Governor calls early election for May",
          "2031-03-11T12:00:00Z",
          "Governor Anselm Roux dissolved the assembly on Tuesday and called an election for 18"
              + " May, two years early.\n\nOpposition leader Petra Haldane accused him of fleeing"
              + " the budget debate. Polls give the Reform list a narrow lead.");

  private Newsroom() {}

  static List<ArchiveStory> all() {
    return List.of(FERRY_SINKS, FERRY_INQUIRY, FERRY_COPY, FERRY_OWNER, CITRUS, CHESS, ELECTION);
  }

  static ArchiveStory story(String id, String headline, @Nullable String date, String text) {
    return new ArchiveStory(
        "tag:island.example,2031:" + id,
        id,
        headline,
        text,
        date == null ? null : OffsetDateTime.parse(date),
        false,
        "Island Courier",
        "https://island.example/" + id,
        "en",
        true);
  }

  static ArchiveStory hidden(ArchiveStory story) {
    return new ArchiveStory(
        story.uri(),
        story.id(),
        story.headline(),
        story.text(),
        story.date(),
        story.dayOnly(),
        story.source(),
        story.href(),
        story.language(),
        false);
  }

  static Query asking(ArchiveStory story) {
    return Query.of(story.headline(), story.text())
        .withUri(story.uri())
        .withDate(story.date())
        .withLanguage(story.language());
  }

  static ListedHeadline listed(String headline, @Nullable String date) {
    return new ListedHeadline(
        headline, false, date == null ? null : OffsetDateTime.parse(date), false, null);
  }
}
