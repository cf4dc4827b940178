package org.wirecopy.crash;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.wirecopy.bench.Articles;
import org.wirecopy.bench.ChildProcess;
import org.wirecopy.bench.PartnerFiles;
import org.wirecopy.bench.Partners;
import org.wirecopy.bench.WorkFolder;

/**
 * A real Wirecopy process is killed at random moments, in its start and in the thick of work, while
 * editors go on dropping files; the partners are a third process. In the end nothing may be lost,
 * doubled into a new version, or out of order.
 *
 * <p>A few rounds by default; all of them with {@code -Dwirecopy.kill.rounds=50
 * -Dwirecopy.kill.files=2000}; other moments with {@code -Dwirecopy.kill.seed}. What the run leaves
 * behind stays in {@code target/kill}.
 */
@Tag("process")
@Timeout(value = 1, unit = TimeUnit.HOURS)
class KillTest {
  private static final int PARTNERS = 3;
  private static final int ROUNDS = Integer.getInteger("wirecopy.kill.rounds", 4);
  private static final int FILES = Integer.getInteger("wirecopy.kill.files", 160);
  private static final long SEED = Long.getLong("wirecopy.kill.seed", 7);

  /** Answers take their time, so that kills find deliveries in flight. */
  private static final int ANSWER_MILLIS = 15;

  private static final Duration COMEBACK = Duration.ofSeconds(60);
  private static final Duration ALL_DELIVERED = Duration.ofMinutes(5);

  private final Random random = new Random(SEED);
  private final Path work = WorkFolder.emptied(Path.of("target", "kill").toAbsolutePath());
  private final Path inbox = Files.createDirectories(work.resolve("inbox"));
  private final Path log = work.resolve("received.tsv");
  private final Editors editors = new Editors(inbox, new Articles(SEED), random);

  KillTest() throws IOException {}

  @Test
  void everyStoryReachesEveryPartnerWhateverMomentTheProcessIsKilledAt(TestReporter reporter)
      throws IOException, InterruptedException {
    try (Partners partners = new Partners(PARTNERS, log)) {
      partners.answerAfter(ANSWER_MILLIS);
      PartnerFiles.write(work, partners.endpoints());
      for (int round = 1; round <= ROUNDS; round++) {
        killOnce(partners, FILES * round / ROUNDS);
      }
      finish(partners);
      // It writes down what it still has.
      partners.progress();
    }

    List<Arrival> arrivals = Arrival.read(log);
    reporter.publishEntry("kill", summary(arrivals));
    assertThat(filesBelow(inbox.resolve(".rejected"))).as("rejected files").isZero();
    assertThat(filesBelow(inbox.resolve(".done"))).as("files in .done").isEqualTo(editors.drops());
    for (int partner = 0; partner < PARTNERS; partner++) {
      int index = partner;
      List<Arrival> received = arrivals.stream().filter(a -> a.partner() == index).toList();
      assertNewestTextIsKnown(received);
      assertVersionsInOrder(received);
      assertRepeatsAreRecognisable(received);
      assertNoGapInSequence(received);
    }
  }

  /** Starts the process, has it work, and kills it; now and then before it could begin. */
  private void killOnce(Partners partners, int filesUntilNow)
      throws IOException, InterruptedException {
    int backlog = (filesUntilNow - editors.stories()) / 2;
    try (ChildProcess wirecopy = start()) {
      for (int i = 0; i < backlog; i++) {
        editors.dropNew();
      }
      if (random.nextInt(4) == 0) {
        pause(random.nextInt(2_500));
      } else {
        awaitNews(wirecopy, partners);
        long end = System.nanoTime() + Duration.ofMillis(random.nextInt(700)).toNanos();
        while (System.nanoTime() < end) {
          if (editors.stories() < filesUntilNow) {
            editors.dropNew();
          }
          editors.dropFollowUps();
          pause(1 + random.nextInt(30));
        }
      }
      wirecopy.kill();
    }
  }

  private void finish(Partners partners) throws IOException {
    try (ChildProcess wirecopy = start()) {
      while (editors.stories() < FILES) {
        editors.dropNew();
      }
      await("all follow-ups dropped")
          .atMost(COMEBACK)
          .until(
              () -> {
                editors.dropFollowUps();
                return editors.done();
              });
      await("every partner has the newest text of every story")
          .atMost(ALL_DELIVERED)
          .pollInterval(Duration.ofMillis(200))
          .failFast("Wirecopy ended by itself", () -> !wirecopy.alive())
          .until(() -> missing(partners).isEmpty());
      await("inbox empty").atMost(COMEBACK).until(() -> WorkFolder.tidy(inbox));
    }
  }

  private ChildProcess start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(ChildProcess.java(List.of("-Xmx384m"), "org.wirecopy.Wirecopy"))
            .directory(work.toFile());
    builder.environment().put("WIRECOPY_PORT", "0");
    return new ChildProcess(builder, work.resolve("output.log"));
  }

  private void awaitNews(ChildProcess wirecopy, Partners partners) throws IOException {
    int before = received(partners).size();
    await("a delivery after the restart")
        .atMost(COMEBACK)
        .pollInterval(Duration.ofMillis(20))
        .failFast("Wirecopy ended by itself", () -> !wirecopy.alive())
        .until(() -> received(partners).size() > before);
  }

  private List<Arrival> received(Partners partners) throws IOException {
    // Asked for its progress, the sink writes out its log.
    partners.progress();
    return Arrival.read(log);
  }

  /** For each partner the newest drafts that it has not received. */
  private Map<Integer, Set<Draft>> missing(Partners partners) throws IOException {
    Map<Integer, Set<Draft>> drafts =
        received(partners).stream()
            .collect(groupingBy(Arrival::partner, mapping(Arrival::draft, toSet())));
    Map<Integer, Set<Draft>> missing = new HashMap<>();
    for (int partner = 0; partner < PARTNERS; partner++) {
      Set<Draft> wanted = new HashSet<>();
      editors.latest().forEach((story, revision) -> wanted.add(new Draft(story, revision)));
      wanted.removeAll(drafts.getOrDefault(partner, Set.of()));
      if (!wanted.isEmpty()) {
        missing.put(partner, wanted);
      }
    }
    return missing;
  }

  private void assertNewestTextIsKnown(List<Arrival> received) {
    Map<Integer, Integer> last =
        received.stream()
            .collect(toMap(Arrival::story, Arrival::revision, (older, newer) -> newer));
    assertThat(last).as("last revision received of each story").isEqualTo(editors.latest());
  }

  private static void assertVersionsInOrder(List<Arrival> received) {
    Map<String, Integer> newest = new HashMap<>();
    for (Arrival arrival : received) {
      int before = newest.getOrDefault(arrival.uri(), 0);
      assertThat(arrival.version()).as("order of %s", arrival).isGreaterThanOrEqualTo(before);
      assertThat(arrival.version())
          .as("every change is one version: %s", arrival)
          .isEqualTo(arrival.revision());
      newest.put(arrival.uri(), arrival.version());
    }
  }

  private static void assertRepeatsAreRecognisable(List<Arrival> received) {
    assertThat(
            received.stream().map(a -> a.uri() + " v" + a.version() + " as " + a.id()).distinct())
        .as("one webhook-id for each version")
        .hasSameSizeAs(received.stream().map(Arrival::draft).collect(toSet()))
        .hasSameSizeAs(received.stream().map(Arrival::id).collect(toSet()));
    assertThat(received.stream().map(a -> a.id() + " is " + a.sequence()).distinct())
        .as("one sequence for each webhook-id")
        .hasSameSizeAs(received.stream().map(Arrival::id).collect(toSet()));
  }

  private static void assertNoGapInSequence(List<Arrival> received) {
    Set<Long> sequences = received.stream().map(Arrival::sequence).collect(toSet());
    assertThat(sequences)
        .as("sequences")
        .containsExactlyInAnyOrderElementsOf(
            LongStream.rangeClosed(1, sequences.size()).boxed().toList());
  }

  private String summary(List<Arrival> arrivals) {
    long repeats =
        IntStream.range(0, PARTNERS)
            .mapToLong(
                partner ->
                    arrivals.stream().filter(a -> a.partner() == partner).count()
                        - arrivals.stream()
                            .filter(a -> a.partner() == partner)
                            .map(Arrival::id)
                            .distinct()
                            .count())
            .sum();
    return "%d kills, %d stories in %d drops, %d requests at %d partners, %d of them repeats"
        .formatted(ROUNDS, editors.stories(), editors.drops(), arrivals.size(), PARTNERS, repeats);
  }

  private static long filesBelow(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return 0;
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).count();
    }
  }

  private static void pause(int millis) {
    await().pollDelay(Duration.ofMillis(millis)).until(() -> true);
  }
}
