package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Story;

/**
 * Corrections that a partner has never been told of, since a later version took their place before
 * they reached it: whoever has what was wrong is told so with that later version, each time that it
 * is sent. One that is on its way is missed until it has arrived.
 */
final class MissedCorrections {
  /** Those after the last earlier version that the partner has; none if it had nothing wrong. */
  private static final String MISSED =
      """
      SELECT v.article
      FROM delivery missed JOIN story_version v ON v.version_id = missed.version_id
      WHERE missed.story_id = ? AND missed.partner_id = ? AND missed.version_id < ?
        AND missed.state IN ('pending', 'superseded') AND missed.delivered_at IS NULL
        AND v.action = 'CORRECT'
        AND EXISTS (
          SELECT 1 FROM delivery had
          WHERE had.story_id = missed.story_id AND had.partner_id = missed.partner_id
            AND had.version_id < missed.version_id AND had.sequence IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM delivery got
          WHERE got.story_id = missed.story_id AND got.partner_id = missed.partner_id
            AND got.version_id > missed.version_id AND got.version_id < ?
            AND got.delivered_at IS NOT NULL)
      ORDER BY missed.version_id
      """;

  private final StoryCodec codec;

  MissedCorrections(StoryCodec codec) {
    this.codec = codec;
  }

  /**
   * The version as the partner must be told of it: an update that stands for a correction is one.
   *
   * @param storyRow key of the story
   * @param versionRow key of the version
   * @param partner its key
   */
  Story told(Story story, long storyRow, long versionRow, long partner, Statements sql)
      throws SQLException {
    boolean mayStandForOne =
        story.version() > 2
            && (story.action() == Action.UPDATE || story.action() == Action.CORRECT);
    if (!mayStandForOne) {
      return story;
    }
    List<String> corrections = new ArrayList<>();
    sql.each(
        MISSED,
        row -> corrections.add(String.valueOf(codec.article(row.getBytes(1)).correction())),
        storyRow,
        partner,
        versionRow,
        versionRow);
    if (corrections.isEmpty()) {
      return story;
    }
    if (story.article().correction() != null) {
      corrections.add(story.article().correction());
    }
    return story.correcting(String.join("; ", corrections));
  }
}
