package org.wirecopy.intake.score;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a field of a data set is to reach.
 *
 * @param f1 true if F1 is asked for, false if the share of wanted values that is right (R)
 * @param gate what must be reached
 * @param stretch what we are after
 */
record Goal(boolean f1, double gate, double stretch) {
  private static final Map<String, Goal> GOALS = goals();

  /** The goal, or null if there is none. */
  static @Nullable Goal of(String data, String field) {
    return GOALS.get(data + ", " + field);
  }

  /** To three digits, as goals are given. */
  double reached(Measure measure) {
    return Math.round((f1 ? measure.f1() : measure.recall()) * 1000) / 1000.0;
  }

  boolean isMissedBy(Measure measure) {
    return reached(measure) < gate;
  }

  /** In a word, what it says of a measure. */
  String verdict(Measure measure) {
    double reached = reached(measure);
    return reached >= stretch ? "stretch" : reached >= gate ? "gate" : "BELOW GATE";
  }

  /** From {@code shared/reference/quality.md}. */
  private static Map<String, Goal> goals() {
    Map<String, Goal> goals = new HashMap<>();
    goals.put("pages scrapinghub, body", new Goal(true, .960, .970));
    goals.put("pages scrapinghub, body exact", new Goal(false, .45, .47));
    goals.put("pages fundus, body", new Goal(true, .945, .960));
    goals.put("pages fundus, day", new Goal(false, .985, .995));
    goals.put("pages fundus, instant", new Goal(false, .965, .98));
    goals.put("pages fundus, authors", new Goal(false, .88, .93));
    goals.put("pages fundus, headline", new Goal(false, .85, .90));
    goals.put("pages fundus-eval, body", new Goal(true, .940, .955));
    goals.put("pages wcxb-article, body", new Goal(true, .955, .965));
    goals.put("pages trafilatura, segments", new Goal(true, .915, .925));
    goals.put("pages trafilatura, day", new Goal(false, .85, .90));
    goals.put("pages trafilatura, authors", new Goal(false, .60, .70));
    goals.put("pages trafilatura, headline", new Goal(false, .80, .85));
    goals.put("text pasted w3m, headline", new Goal(false, .90, .96));
    goals.put("text pasted w3m, body", new Goal(true, .94, .97));
    goals.put("text whole page w3m, body", new Goal(true, .88, .93));
    goals.put("text by hand, all fields", new Goal(false, .92, .98));
    goals.put("text by hand, no date invented", new Goal(false, 1, 1));
    return goals;
  }
}
