package org.wirecopy.intake.bench;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wirecopy.intake.StoryFiles;

/** A story of some 3 kB: headline, byline, ten paragraphs. */
final class OneStory {
  private static final StoryFiles STORY =
      new StoryFiles(
          "Ferries sail again after three days of storm",
          List.of("Ana Moor"),
          OffsetDateTime.parse("2026-03-14T09:30:00+01:00"),
          IntStream.rangeClosed(1, 10).mapToObj(OneStory::paragraph).toList());

  private OneStory() {}

  private static String paragraph(int number) {
    return "Ferry number "
        + number
        + " left the harbour of Sandhaven on Saturday, the port office said, after the wind had"
        + " kept all boats at their berths since Wednesday morning. Some "
        + number * 40
        + " people had waited in the old customs house, where the town served soup and the school"
        + " had put up beds.";
  }

  /** File names and contents, plain text first. */
  static Map<String, byte[]> inEachFormat() {
    return STORY.inEachFormat();
  }
}
