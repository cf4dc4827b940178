package org.wirecopy.article;

import java.time.Instant;
import java.util.List;

/**
 * One accepted version of a story: what partners are sent. Rendering it twice gives the same bytes.
 *
 * @param uri identity over all versions
 * @param version 1 for the first, gapless
 * @param action what receivers are to do
 * @param status status of the whole story as of this version
 * @param firstCreated when the first version was accepted
 * @param versionCreated when this version was accepted
 * @param article what the file states
 * @param related its related stories, listed ones first
 */
public record Story(
    String uri,
    int version,
    Action action,
    Status status,
    Instant firstCreated,
    Instant versionCreated,
    Article article,
    List<RelatedStory> related) {

  public Story {
    related = List.copyOf(related);
  }

  /** The same version with other related stories. */
  public Story listing(List<RelatedStory> others) {
    return new Story(uri, version, action, status, firstCreated, versionCreated, article, others);
  }

  /** The same version told of as a correction. */
  public Story correcting(String correction) {
    Article corrected = article.toBuilder().correction(correction).build();
    return new Story(
        uri, version, Action.CORRECT, status, firstCreated, versionCreated, corrected, related);
  }
}
