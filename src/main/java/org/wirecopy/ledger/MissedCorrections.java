package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Story;

/**
 * Corrections that a partner has never been told of, since a later version took their place before
 * they reached it: whoever has what was wrong is told so with that later version. Belongs to the
 * writer's thread.
 */
final class MissedCorrections {
  /** Those after the last version that the partner has; none if it has nothing that was wrong. */
  private static final String MISSED =
      """
      SELECT missed.version_id
      FROM delivery missed JOIN story_version v ON v.version_id = missed.version_id
      WHERE missed.story_id = ? AND missed.partner_id = ? AND missed.version_id < ?
        AND missed.state = 'superseded' AND missed.delivered_at IS NULL AND v.action = 'CORRECT'
        AND EXISTS (
          SELECT 1 FROM delivery had
          WHERE had.story_id = missed.story_id AND had.partner_id = missed.partner_id
            AND had.version_id < missed.version_id AND had.sequence IS NOT NULL)
        AND NOT EXISTS (
          SELECT 1 FROM delivery got
          WHERE got.story_id = missed.story_id AND got.partner_id = missed.partner_id
            AND got.version_id > missed.version_id AND got.delivered_at IS NOT NULL)
      ORDER BY missed.version_id
      """;

  private final Stories stories;

  MissedCorrections(Stories stories) {
    this.stories = stories;
  }

  /**
   * The version as the partner must be told of it: an update that stands for a correction is one.
   *
   * @param storyRow key of the story
   * @param versionRow key of the version
   */
  Story told(Story story, long storyRow, long versionRow, Partner partner, Transaction tx)
      throws SQLException {
    boolean mayStandForOne =
        story.version() > 2
            && (story.action() == Action.UPDATE || story.action() == Action.CORRECT);
    if (!mayStandForOne) {
      return story;
    }
    List<Long> missed = new ArrayList<>();
    tx.sql.each(MISSED, row -> missed.add(row.getLong(1)), storyRow, partner.key, versionRow);
    if (missed.isEmpty()) {
      return story;
    }
    List<String> corrections = new ArrayList<>();
    for (long version : missed) {
      corrections.add(String.valueOf(stories.load(version, tx.sql).article().correction()));
    }
    if (story.article().correction() != null) {
      corrections.add(story.article().correction());
    }
    return story.correcting(String.join("; ", corrections));
  }
}
