package org.wirecopy.related;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.RelatedStory;

/** How useful the five best are by graded judgments, and what the least confidence leaves out. */
final class GradedScore {
  private int lists;
  private int listed;
  private int judged;
  private int useful;
  private int strong;
  private int shown;
  private int shownJudged;
  private int shownUseless;
  private int shownStrong;

  void add(Map<String, Integer> grades, List<RelatedStory> found, double least) {
    lists++;
    for (RelatedStory story : found) {
      Integer grade = grades.get(String.valueOf(story.id()));
      boolean show = story.score() >= least;
      listed++;
      shown += show ? 1 : 0;
      if (grade == null) {
        continue;
      }
      judged++;
      useful += grade > 0 ? 1 : 0;
      strong += grade > 1 ? 1 : 0;
      if (show) {
        shownJudged++;
        shownUseless += grade == 0 ? 1 : 0;
        shownStrong += grade > 1 ? 1 : 0;
      }
    }
  }

  void print(PrintStream out, String method) {
    out.printf(
        "graded         %-13s useful %.3f strong %.3f of %d judged (%d unjudged);"
            + " shown %d of %d, useless %.3f, strong kept %.3f%n",
        method,
        useful / (double) judged,
        strong / (double) judged,
        judged,
        listed - judged,
        shown,
        listed,
        shownUseless / (double) Math.max(1, shownJudged),
        shownStrong / (double) Math.max(1, strong));
  }

  int lists() {
    return lists;
  }
}
