package org.wirecopy.desk.page;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
  record Station(String name, String does, String count, String detail, boolean busy) {}

  /** The page. */
  record Model(
      List<Figure> figures,
      List<Station> stations,
      Map<String, String> versions,
      List<LatestOrders.Order> orders) {}

  private final Ledger ledger;
  private final OtherRooms rooms;
  private final InboxFolder inbox;
  private final Path data;
  private final LatestOrders orders;
  private final Words words;

  SystemPage(
      Ledger ledger,
      OtherRooms rooms,
      InboxFolder inbox,
      Path data,
      LatestOrders orders,
      Words words) {
    this.orders = orders;
    this.ledger = ledger;
    this.rooms = rooms;
    this.inbox = inbox;
    this.data = data;
    this.words = words;
  }

  /**
   * The page.
   *
   * @param withOrders whether to tell what people ordered
   */
  Model model(boolean withOrders) throws IOException {
    List<PartnerView> partners = ledger.views().partners();
    List<Instant> versions = ledger.views().recentVersions(COUNTED);
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
            .flatMap(p -> ledger.views().attemptedDeliveries(p.partner(), JUDGED).stream())
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
    return new Model(
        figures,
        stations(partners, backlog, since(versions, Duration.ofHours(1))),
        rooms.versions(),
        withOrders ? orders.list() : List.of());
  }

  private List<Station> stations(List<PartnerView> partners, long backlog, String hour)
      throws IOException {
    Map<String, Integer> underWay = rooms.underWay();
    int sending =
        underWay.entrySet().stream()
            .filter(route -> partners.stream().anyMatch(p -> route.getKey().contains(p.partner())))
            .mapToInt(Map.Entry::getValue)
            .sum();
    int waiting = inbox.waiting().size();
    long resting =
        partners.stream()
            .filter(p -> p.paused() || p.disabled() || p.restingUntil() != null)
            .count();
    return List.of(
        station("inbox", "files dropped", waiting, "waiting", ""),
        station("intake", "read", running(underWay, "intake"), "under way", hour + " this hour"),
        station("related", "look up", running(underWay, "related"), "under way", ""),
        station("ledger", "commit", backlog, "to be sent", ""),
        station("delivery", "sign, POST", sending, "under way", ""),
        station(
            "partners",
            "receive",
            partners.size() - resting,
            "served",
            resting == 0 ? "" : resting + " paused or failing"));
  }

  private static int running(Map<String, Integer> underWay, String route) {
    return underWay.getOrDefault(route, 0);
  }

  private static Station station(String name, String does, long count, String unit, String detail) {
    return new Station(
        name, does, String.format(Locale.UK, "%,d %s", count, unit), detail, count > 0);
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
