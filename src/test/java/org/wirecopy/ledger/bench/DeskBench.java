package org.wirecopy.ledger.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Submission;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.ledger.StoryQuery;

/**
 * How long the desk's views take over a ledger of very many stories, each sent to ten partners, one
 * of which has been down for the latest hundred thousand. Arguments: stories (100000), rounds of
 * each view (200).
 *
 * <p>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp && java -cp
 * target/test-classes:target/classes:$(cat target/cp) org.wirecopy.ledger.bench.DeskBench 1000000}
 */
public final class DeskBench {
  private static final int PARTNERS = 10;
  private static final long MILLIS_BETWEEN = 30_000;
  private static final int RARE = 20_000;
  private static final int WAITING = 100_000;
  private static final String STORY =
      """
      WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
      INSERT INTO story (story_id, uri, version, version_id, status, first_created)
      SELECT i, 'tag:bench.example,2026:desk' || (i %% 9) || ':story-' || i, 1, i, 'USABLE',
             %2$d + i * %3$d FROM n
      """;
  private static final String VERSION =
      """
      WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d)
      INSERT INTO story_version (version_id, story_id, version, action, status, created, digest,
                                 headline, file, note, article, related)
      SELECT i, i, 1, v.action, 'USABLE', %2$d + i * %3$d, v.digest,
             'Harbour ' || (i * 7919 %% 99991) || CASE WHEN i %% 5 = 0 THEN ' storm' ELSE ' vote' END
               || ' closes port for day ' || (i %% 31),
             'desk' || (i %% 9) || '/story-' || i || '.txt', NULL, v.article, v.related
      FROM n CROSS JOIN story_version v WHERE v.version_id = 1
      """;
  private static final String DELIVERY =
      """
      WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < %1$d),
                     p(j) AS (SELECT 1 UNION ALL SELECT j + 1 FROM p WHERE j < %4$d)
      INSERT INTO delivery (delivery_id, id, partner_id, story_id, version_id, state, rank, sequence,
                            attempts, tries, replay, accepted_at, delivered_at, reason)
      SELECT i * %4$d + j, 'msg_' || (i * %4$d + j), j, i, i,
             CASE WHEN j = 10 AND i %% 9973 > 0 THEN 'filtered'
                  WHEN (i + j * 1999) %% %5$d = 0 THEN 'parked'
                  WHEN j = 4 AND i > %1$d - %6$d THEN 'pending' ELSE 'delivered' END, 3, i, 1, 1, 0,
             %2$d + i * %3$d, %2$d + i * %3$d + 80, NULL
      FROM n CROSS JOIN p
      """;
  private static final String WORDS =
      """
      INSERT INTO story_words (rowid, words)
      SELECT v.version_id, v.headline || ' ' || s.uri || ' ' || v.file
      FROM story_version v JOIN story s ON s.story_id = v.story_id WHERE v.version_id > 1
      """;
  private static final String ATTEMPT =
      """
      INSERT INTO attempt (delivery_id, number, at, took_micros, status, outcome)
      SELECT delivery_id, 1, accepted_at + 40, 40000, 204, 'delivered' FROM delivery
      WHERE delivery_id > %d
      """;

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final SplittableRandom random = new SplittableRandom(7);
  private final int stories;
  private final int rounds;
  private final Instant first;

  private DeskBench(int stories, int rounds) {
    this.stories = stories;
    this.rounds = rounds;
    this.first = Instant.parse("2026-01-01T00:00:00Z");
  }

  public static void main(String[] args) throws Exception {
    int stories = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "desk");
    try {
      new DeskBench(stories, rounds).run(folder);
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private void run(Path folder) throws SQLException, IOException {
    LedgerSettings settings = LedgerSettings.in(folder);
    InstantSource clock = InstantSource.fixed(at(stories + 1));
    try (Ledger ledger = Ledger.open(settings, InstantSource.fixed(first))) {
      ledger.commit(List.of(sample())).toCompletableFuture().join();
    }
    long start = System.nanoTime();
    fill(folder.resolve("ledger.db"));
    out.printf(
        Locale.ROOT,
        "%,d stories, %,d deliveries and attempts; filled in %.0f s, %,d MB%n%n",
        stories,
        (long) stories * PARTNERS,
        (System.nanoTime() - start) / 1e9,
        Files.size(folder.resolve("ledger.db")) >> 20);
    out.println("| view | p50 ms | p99 ms |\n|---|--:|--:|");
    try (Ledger ledger = Ledger.open(settings, clock)) {
      views(ledger);
    }
  }

  private void views(Ledger ledger) {
    time("stories, newest", () -> ledger.views().stories(StoryQuery.newest(40)));
    time(
        "stories, further back",
        () -> ledger.views().stories(query(null, null, null, null, any(), false)));
    time("stories with a common word", () -> ledger.views().stories(text("storm")));
    time("stories with a rare word", () -> ledger.views().stories(text("story-" + any())));
    time("stories with no such word", () -> ledger.views().stories(text("earthquake " + any())));
    time(
        "stories parked",
        () -> ledger.views().stories(query(null, DeliveryState.PARKED, null, null, null, false)));
    time(
        "stories pending",
        () -> ledger.views().stories(query(null, DeliveryState.PENDING, null, null, null, false)));
    time(
        "stories of a partner",
        () -> ledger.views().stories(query(null, null, partner(), null, null, false)));
    time(
        "stories of a desk",
        () -> ledger.views().stories(query(null, null, null, "desk7", null, false)));
    time(
        "stories of a desk and a partner",
        () -> ledger.views().stories(query(null, null, partner(), "desk3", null, false)));
    time(
        "stories of no such desk",
        () -> ledger.views().stories(query(null, null, null, "opera", null, false)));
    time(
        "stories parked at a partner",
        () ->
            ledger
                .views()
                .stories(query(null, DeliveryState.PARKED, partner(), null, null, false)));
    time(
        "stories delivered to a partner",
        () ->
            ledger
                .views()
                .stories(query(null, DeliveryState.DELIVERED, partner(), null, null, false)));
    time(
        "stories delivered to a partner that takes one of 10 000",
        () ->
            ledger.views().stories(query(null, DeliveryState.DELIVERED, "p10", null, null, false)));
    time(
        "stories left out for a partner that takes all",
        () -> ledger.views().stories(query(null, DeliveryState.FILTERED, "p1", null, null, false)));
    time(
        "stories superseded, of which there are none",
        () ->
            ledger.views().stories(query(null, DeliveryState.SUPERSEDED, null, null, null, false)));
    time(
        "stories of an unknown partner",
        () -> ledger.views().stories(query(null, null, "nobody", null, null, false)));
    time(
        "stories of a day",
        () -> ledger.views().stories(query(null, null, null, null, null, true)));
    time("a story", () -> ledger.views().story(uri(any())));
    time("a delivery's attempts", () -> ledger.views().attempts("msg_" + (any() * PARTNERS + 1)));
    time("partners", () -> ledger.views().partners());
    time("a partner's latest", () -> ledger.views().recentDeliveries(partner(), 40));
    time("what it was sent last", () -> ledger.views().attemptedDeliveries(partner(), 200));
    time("latest versions", () -> ledger.views().recentVersions(5_000));
    time("what a partner misses", () -> ledger.views().unacknowledged(partner(), 200));
    time("latest warnings", () -> ledger.views().warned(20));
    time("count of a day's replay", () -> countOfDay(ledger));
  }

  private int countOfDay(Ledger ledger) {
    Instant from = at(any());
    return ledger
        .views()
        .countReplay(
            partner(),
            from,
            from.plus(Duration.ofDays(1)),
            Set.of(DeliveryState.DELIVERED, DeliveryState.PARKED));
  }

  private StoryQuery text(String words) {
    return query(words, null, null, null, null, false);
  }

  private StoryQuery query(
      @Nullable String text,
      @Nullable DeliveryState state,
      @Nullable String partner,
      @Nullable String desk,
      @Nullable Integer before,
      boolean day) {
    Instant from = day ? at(any()) : null;
    return new StoryQuery(
        text,
        state,
        partner,
        desk,
        from,
        from == null ? null : from.plus(Duration.ofDays(1)),
        before == null ? null : Long.valueOf(before),
        40);
  }

  private void time(String view, Runnable look) {
    for (int i = 0; i < rounds / 10; i++) {
      look.run();
    }
    long[] micros = new long[rounds];
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      look.run();
      micros[i] = (System.nanoTime() - start) / 1_000;
    }
    Arrays.sort(micros);
    out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f |%n",
        view,
        micros[rounds / 2] / 1e3,
        micros[(int) Math.ceil(rounds * 0.99) - 1] / 1e3);
  }

  private int any() {
    return 2 + random.nextInt(stories - 2);
  }

  private String partner() {
    return "p" + (1 + random.nextInt(PARTNERS));
  }

  private static String uri(int number) {
    return "tag:bench.example,2026:desk" + number % 9 + ":story-" + number;
  }

  private Instant at(int number) {
    return first.plusMillis(number * MILLIS_BETWEEN);
  }

  private Submission sample() {
    List<Block> body =
        Stream.generate(() -> Block.paragraph("The harbour opened on time. ".repeat(8)))
            .limit(12)
            .toList();
    List<Plan> plans =
        Stream.iterate(1, i -> i + 1)
            .limit(PARTNERS)
            .map(i -> new Plan("p" + i, true, null, null))
            .toList();
    Article article = Article.titled("The first story").body(body).language("en").build();
    return new Submission("tag:bench.example,2026:first", article, List.of(), plans, "first.txt");
  }

  private void fill(Path file) throws SQLException {
    long began = first.toEpochMilli();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      statement.execute("PRAGMA cache_size = -1048576");
      connection.setAutoCommit(false);
      // An index is built in a fraction of the time once its rows are there.
      Map<String, String> indexes = indexes(statement);
      for (String name : indexes.keySet()) {
        statement.execute("DROP INDEX " + name);
      }
      for (String sql : List.of(STORY, VERSION, DELIVERY, WORDS)) {
        statement.execute(sql.formatted(stories, began, MILLIS_BETWEEN, PARTNERS, RARE, WAITING));
      }
      statement.execute(ATTEMPT.formatted(2 * PARTNERS));
      statement.execute(
          "UPDATE delivery SET state = 'delivered', place = NULL WHERE version_id = 1");
      for (String sql : indexes.values()) {
        statement.execute(sql);
      }
      connection.commit();
    }
  }

  private static Map<String, String> indexes(Statement statement) throws SQLException {
    Map<String, String> indexes = new LinkedHashMap<>();
    try (ResultSet found =
        statement.executeQuery(
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL")) {
      while (found.next()) {
        indexes.put(found.getString("name"), found.getString("sql"));
      }
    }
    return indexes;
  }
}
