package org.wirecopy.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the ledger answers to a {@link Submission}. */
public sealed interface Receipt {

  /**
   * Committed as a new version.
   *
   * @param story the version
   * @param partners names of the partners that have a delivery pending or held
   */
  record Accepted(Story story, List<String> partners) implements Receipt {
    public Accepted {
      partners = List.copyOf(partners);
    }
  }

  /**
   * Same identity, same content: nothing changed.
   *
   * @param uri the story
   * @param version its current version
   */
  record Duplicate(String uri, int version) implements Receipt {}

  /**
   * Against the rules of versions and kills, for example an update of a killed story.
   *
   * @param uri the story
   * @param reason in plain words: what is wrong and what to do
   * @param unknownStory true if the only fault is that no such story was accepted so far
   */
  record Refused(String uri, String reason, boolean unknownStory) implements Receipt {}

  /** The story this receipt is about. */
  default @Nullable Story storyOrNull() {
    return this instanceof Accepted accepted ? accepted.story() : null;
  }
}
