package org.wirecopy.desk.page;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/** How the house itself does. */
final class SystemPage {
  private static final int COUNTED = 5_000;
  private static final int JUDGED = 100;

  /** A figure with its name. */
  record Figure(String name, String value, String detail) {}

  /** A room in the picture of the routes. */
  record Station(String name, String does, String count, int x) {}

  /** The page. */
  record Model(List<Figure> figures, List<Station> stations, Map<String, String> versions) {}

  private final Ledger ledger;
  private final OtherRooms rooms;
  private final InboxFolder inbox;
  private final Path data;
  private final Words words;

  SystemPage(Ledger ledger, OtherRooms rooms, InboxFolder inbox, Path data, Words words) {
    this.ledger = ledger;
    this.rooms = rooms;
    this.inbox = inbox;
    this.data = data;
    this.words = words;
  }

  Model model() throws IOException {
    List<PartnerView> partners = ledger.partners();
    List<Instant> versions = ledger.recentVersions(COUNTED);
    long backlog = partners.stream().mapToLong(PartnerView::backlog).sum();
    Instant oldest =
        partners.stream()
            .map(PartnerView::oldest)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(null);
    List<Duration> latencies =
        partners.stream()
            .limit(20)
            .flatMap(p -> ledger.recentDeliveries(p.partner(), JUDGED).stream())
            .map(Words::latency)
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    FileStore disk = Files.getFileStore(data);
    List<Figure> figures =
        List.of(
            new Figure("Stories in the last minute", since(versions, Duration.ofMinutes(1)), ""),
            new Figure("Stories in the last hour", since(versions, Duration.ofHours(1)), ""),
            new Figure(
                "Drop to delivered", at(latencies, 0.5), "99 of 100 within " + at(latencies, 0.99)),
            new Figure(
                "Waiting to be sent",
                String.format("%,d", backlog),
                oldest == null ? "nothing is late" : "oldest waits " + words.age(oldest)),
            new Figure(
                "Free disk",
                Words.size(disk.getUsableSpace()),
                "of " + Words.size(disk.getTotalSpace())),
            new Figure("Ledger", Words.size(ledgerBytes()), "with its journal"));
    return new Model(figures, stations(partners, backlog), rooms.versions());
  }

  private List<Station> stations(List<PartnerView> partners, long backlog) throws IOException {
    Map<String, Integer> underWay = rooms.underWay();
    int sending =
        underWay.entrySet().stream()
            .filter(route -> partners.stream().anyMatch(p -> route.getKey().contains(p.partner())))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return List.of(
        new Station("inbox", "files dropped", inbox.waiting().size() + " waiting", 0),
        new Station("intake", "read", underWay.getOrDefault("intake", 0) + " under way", 1),
        new Station("related", "look up", underWay.getOrDefault("related", 0) + " under way", 2),
        new Station("ledger", "commit", String.format("%,d waiting", backlog), 3),
        new Station("delivery", "sign, POST", sending + " under way", 4),
        new Station("partners", "receive", partners.size() + " known", 5));
  }

  private String since(List<Instant> versions, Duration span) {
    Instant start = words.now().minus(span);
    long count = versions.stream().filter(created -> !created.isBefore(start)).count();
    return String.format("%,d", count) + (count == COUNTED ? " or more" : "");
  }

  private static String at(List<Duration> sorted, double share) {
    return sorted.isEmpty()
        ? "–"
        : Words.span(sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share)));
  }

  private long ledgerBytes() throws IOException {
    long bytes = 0;
    try (var files = Files.newDirectoryStream(data, "*.{db,sqlite,db-wal,sqlite-wal}")) {
      for (Path file : files) {
        bytes += Files.size(file);
      }
    }
    return bytes;
  }
}
