package org.wirecopy.related;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** English words that say nothing of a story's subject, with those every news story uses. */
final class EnglishCommonWords {
  static final Set<String> SET =
      Stream.of(
              """
          a about above across after again against ago all almost along already also although always
          am among an and another any anyone anything are aren't around as ask asked at away back be
          became because become been before began being below between both but by call called came
          can can't cannot come could couldn't day days did didn't do does doesn't doing don't done
          down during each early either else end enough even ever every few first five for former
          found four from further gave get gets getting give given go goes going gone good got had
          hadn't has hasn't have haven't having he he'd he'll he's her here hers herself him himself
          his how however i i'd i'll i'm i've if in including instead into is isn't it it's its
          itself just keep know known last late later least less let like likely long longer made
          make makes making many may maybe me mean means might mine month months more most much must
          my myself near nearly need never new next no nor not nothing now of off often on once one
          only onto or other others our ours ourselves out over own part people percent per perhaps
          put rather really recent recently same saw say saying says second see seem seemed seen
          several shall she she'd she'll she's should shouldn't show since six so some something soon
          still such take taken takes taking tell ten than that that's the their theirs them
          themselves then there there's these they they'd they'll they're they've thing things think
          this those though thought three through thus time times to today together told too took
          toward towards try trying two under until up upon us use used using very want wanted was
          wasn't way ways we we'd we'll we're we've week weeks well went were weren't what what's
          when where whether which while who who's whom whose why will with within without won't work
          would wouldn't year years yes yesterday yet you you'd you'll you're you've your yours
          yourself said mr mrs ms monday tuesday wednesday thursday friday saturday sunday
          """
                  .strip()
                  .split("\\s+"))
          .collect(Collectors.toUnmodifiableSet());

  private EnglishCommonWords() {}
}
