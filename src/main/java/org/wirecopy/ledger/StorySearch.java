package org.wirecopy.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The statement that answers a {@link StoryQuery}, put together from fixed parts. */
record StorySearch(String sql, @Nullable Object[] values) {
  private static final String CURRENT =
      """
      SELECT v.version_id, s.story_id, s.uri, v.version, v.action, v.status, v.headline, v.file,
             s.first_created, v.created
      FROM story_version v
      JOIN story s ON s.story_id = v.story_id AND s.version_id = v.version_id
      WHERE v.version_id < ?
      """;
  private static final String TEXT =
      """
      AND (lower(v.headline) LIKE ? ESCAPE '!' OR lower(s.uri) LIKE ? ESCAPE '!'
           OR lower(v.file) LIKE ? ESCAPE '!')
      """;
  private static final String STATE =
      """
      AND EXISTS (SELECT 1 FROM delivery d
                  WHERE d.story_id = s.story_id AND d.version_id = v.version_id AND d.state = ?)
      """;
  private static final String PARTNER =
      """
      AND EXISTS (SELECT 1 FROM delivery d
                  WHERE d.story_id = s.story_id AND d.version_id = v.version_id
                    AND d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?))
      """;
  private static final String PARTNER_STATE =
      """
      AND EXISTS (SELECT 1 FROM delivery d
                  WHERE d.story_id = s.story_id AND d.version_id = v.version_id
                    AND d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                    AND d.state = ?)
      """;
  private static final String FROM = "AND v.created >= ?\n";
  private static final String TO = "AND v.created < ?\n";
  private static final String NEWEST_FIRST = "ORDER BY v.version_id DESC LIMIT ?";

  static StorySearch of(StoryQuery query) {
    StringBuilder sql = new StringBuilder(CURRENT);
    List<@Nullable Object> values = new ArrayList<>();
    values.add(query.before() == null ? Long.MAX_VALUE : query.before());
    if (query.text() != null && !query.text().isBlank()) {
      sql.append(TEXT);
      String pattern = "%" + escaped(query.text().strip().toLowerCase(Locale.ROOT)) + "%";
      values.addAll(List.of(pattern, pattern, pattern));
    }
    if (query.partner() != null && query.state() != null) {
      sql.append(PARTNER_STATE);
      values.addAll(List.of(query.partner(), query.state().column()));
    } else if (query.partner() != null) {
      sql.append(PARTNER);
      values.add(query.partner());
    } else if (query.state() != null) {
      sql.append(STATE);
      values.add(query.state().column());
    }
    if (query.from() != null) {
      sql.append(FROM);
      values.add(query.from().toEpochMilli());
    }
    if (query.to() != null) {
      sql.append(TO);
      values.add(query.to().toEpochMilli());
    }
    sql.append(NEWEST_FIRST);
    values.add(query.limit() + 1);
    return new StorySearch(sql.toString(), values.toArray());
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
