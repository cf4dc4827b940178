package org.wirecopy.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.wirecopy.bench.Articles;
import org.wirecopy.bench.Dropper;

/**
 * Editors at work: they drop new stories, and of some of them, once the house has taken the file,
 * changed ones, or the same ones again.
 */
final class Editors {
  private final Path inbox;
  private final Dropper dropper;
  private final RandomGenerator random;
  private final ArrayDeque<Draft> followUps = new ArrayDeque<>();
  private final Map<Integer, Integer> latest = new TreeMap<>();
  private int drops;

  Editors(Path inbox, Articles articles, RandomGenerator random) {
    this.inbox = inbox;
    this.dropper = new Dropper(inbox, articles, InstantSource.system());
    this.random = random;
  }

  /** Drops a story nobody has seen. */
  void dropNew() throws IOException {
    drop(new Draft(latest.size(), 1));
  }

  /** Drops what is to follow on files that the house has taken since. */
  void dropFollowUps() throws IOException {
    for (int waiting = followUps.size(); waiting > 0; waiting--) {
      Draft draft = followUps.remove();
      if (Files.exists(inbox.resolve(Articles.path(draft.story(), Articles.Layout.FLAT)))) {
        followUps.add(draft);
      } else {
        drop(draft);
      }
    }
  }

  private void drop(Draft draft) throws IOException {
    dropper.drop(draft.story(), draft.revision());
    drops++;
    latest.put(draft.story(), draft.revision());
    int dice = random.nextInt(100);
    if (dice < 25) {
      followUps.add(draft.changed());
    } else if (dice < 30) {
      followUps.add(draft);
    }
  }

  /** True if nothing is left to follow. */
  boolean done() {
    return followUps.isEmpty();
  }

  int stories() {
    return latest.size();
  }

  /** Files dropped so far, each change and each repetition counted. */
  int drops() {
    return drops;
  }

  /** The newest revision of each story. */
  Map<Integer, Integer> latest() {
    return latest;
  }
}
