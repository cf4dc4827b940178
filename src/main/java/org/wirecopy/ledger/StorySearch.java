package org.wirecopy.ledger;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The statement that answers a {@link StoryQuery}, put together from fixed parts. What is looked
 * for leads: words are found by their groups of three letters, the few deliveries that wait or were
 * set aside, and what is settled for one partner, by their own indexes. Only else are the newest
 * versions gone through, and where that is for the sake of their deliveries no more than {@link
 * #WINDOW} of them: such a page may end before it is full, and the next one goes on from there.
 *
 * @param windowed true if the search ends {@link #WINDOW} versions back
 */
record StorySearch(String sql, @Nullable Object[] values, boolean windowed) {
  /** How many versions are gone through where no index leads to the deliveries looked for. */
  static final long WINDOW = 5_000;

  private static final String SELECT =
      """
      SELECT v.version_id, s.story_id, s.uri, v.version, v.action, v.status, v.headline, v.file,
             s.first_created, v.created
      """;
  private static final String CURRENT =
      "JOIN story s ON s.story_id = v.story_id AND s.version_id = v.version_id\n";
  private static final String BY_WORDS =
      """
      FROM story_words w CROSS JOIN story_version v ON v.version_id = w.rowid
      %sWHERE story_words MATCH ? AND w.rowid < ?
      """;
  // The index is named since the planner, which knows no counts, would go by the partner.
  private static final String BY_STATE =
      """
      FROM delivery d INDEXED BY delivery_open
      CROSS JOIN story_version v ON v.version_id = d.version_id
      %sWHERE d.state NOT IN ('delivered', 'filtered', 'superseded')
        AND d.state = '%s' AND d.version_id < ?
      """;
  // Grouping would sort them all: of each story's deliveries the one with the first partner is
  // taken.
  private static final String ONCE =
      """
      AND NOT EXISTS (SELECT 1 FROM delivery o INDEXED BY delivery_open
                      WHERE o.state NOT IN ('delivered', 'filtered', 'superseded')
                        AND o.state = d.state
                        AND o.version_id = d.version_id AND o.partner_id < d.partner_id)
      """;
  private static final String BY_SETTLED =
      """
      FROM delivery d INDEXED BY delivery_settled
      CROSS JOIN story_version v ON v.version_id = d.version_id
      %sWHERE d.state NOT IN ('held', 'pending', 'parked') AND d.state = '%s'
        AND d.version_id < ? AND d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
      """;
  private static final String BY_TIME =
      "FROM story_version v INDEXED BY story_version_created\n%sWHERE v.version_id < ?\n";
  private static final String BY_AGE = "FROM story_version v\n%sWHERE v.version_id < ?\n";
  private static final String PARTNER_ID =
      "partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)";
  private static final String TEXT =
      """
      AND (lower(v.headline) LIKE ? ESCAPE '!' OR lower(s.uri) LIKE ? ESCAPE '!'
           OR lower(v.file) LIKE ? ESCAPE '!')
      """;
  private static final String DESK = "AND lower(v.file) LIKE ? ESCAPE '!'\n";
  private static final String DELIVERY =
      """
      AND EXISTS (SELECT 1 FROM delivery d
                  WHERE d.story_id = s.story_id AND d.version_id = v.version_id%s)
      """;
  private static final String NO_FURTHER = "AND v.version_id >= ?\n";
  private static final String FROM = "AND v.created >= ?\n";
  private static final String TO = "AND v.created < ?\n";
  private static final String NEWEST_FIRST = "ORDER BY %s LIMIT ?";

  /** Letters of a group; shorter words lead nowhere and are looked for among the newest. */
  private static final int GROUP = 3;

  private static final Set<DeliveryState> FEW =
      Set.of(DeliveryState.PENDING, DeliveryState.PARKED, DeliveryState.HELD);

  /** What leads to the stories, in the order that its index has. */
  private enum Lead {
    WORDS("w.rowid DESC"),
    OPEN("d.version_id DESC"),
    SETTLED("d.version_id DESC"),
    TIME("v.created DESC, v.version_id DESC"),
    AGE("v.version_id DESC");

    private final String order;

    Lead(String order) {
      this.order = order;
    }
  }

  /**
   * The statement for a question.
   *
   * @param newest key of the newest version there is before the page
   */
  static StorySearch of(StoryQuery query, long newest) {
    List<@Nullable Object> values = new ArrayList<>();
    String words = query.text() == null ? "" : query.text().strip().toLowerCase(Locale.ROOT);
    String folder = query.desk() == null ? "" : query.desk().toLowerCase(Locale.ROOT) + '/';
    String match = match(words, folder);
    Lead lead = lead(query, match);
    String state = query.state() == null ? "" : query.state().column();
    StringBuilder sql = new StringBuilder(SELECT);
    switch (lead) {
      case WORDS -> {
        sql.append(BY_WORDS.formatted(CURRENT));
        values.add(match);
      }
      case OPEN -> sql.append(BY_STATE.formatted(CURRENT, state));
      case SETTLED -> sql.append(BY_SETTLED.formatted(CURRENT, state));
      case TIME -> sql.append(BY_TIME.formatted(CURRENT));
      case AGE -> sql.append(BY_AGE.formatted(CURRENT));
    }
    values.add(query.before() == null ? Long.MAX_VALUE : query.before());
    if (lead == Lead.SETTLED) {
      values.add(query.partner());
    }
    boolean windowed = lead == Lead.AGE && (query.partner() != null || query.state() != null);
    if (windowed) {
      sql.append(NO_FURTHER);
      values.add(floor(newest));
    }
    if (!words.isEmpty()) {
      sql.append(TEXT);
      String pattern = "%" + escaped(words) + "%";
      values.addAll(List.of(pattern, pattern, pattern));
    }
    if (!folder.isEmpty()) {
      sql.append(DESK);
      values.add(escaped(folder) + "%");
    }
    if (lead == Lead.OPEN && query.partner() == null) {
      sql.append(ONCE);
    } else if (lead == Lead.OPEN) {
      sql.append("AND d.").append(PARTNER_ID).append('\n');
      values.add(query.partner());
    } else if (lead != Lead.SETTLED) {
      delivery(query, sql, values);
    }
    if (query.from() != null) {
      sql.append(FROM);
      values.add(query.from().toEpochMilli());
    }
    if (query.to() != null) {
      sql.append(TO);
      values.add(query.to().toEpochMilli());
    }
    sql.append(NEWEST_FIRST.formatted(lead.order));
    values.add(query.limit() + 1);
    return new StorySearch(sql.toString(), values.toArray(), windowed);
  }

  /** The oldest version that a search by age looks at. */
  static long floor(long newest) {
    return newest - WINDOW + 1;
  }

  private static Lead lead(StoryQuery query, String match) {
    if (!match.isEmpty()) {
      return Lead.WORDS;
    }
    if (query.state() != null && FEW.contains(query.state())) {
      return Lead.OPEN;
    }
    if (query.state() != null && query.partner() != null) {
      return Lead.SETTLED;
    }
    return query.from() != null || query.to() != null ? Lead.TIME : Lead.AGE;
  }

  private static void delivery(StoryQuery query, StringBuilder sql, List<@Nullable Object> values) {
    StringBuilder which = new StringBuilder();
    if (query.partner() != null) {
      which.append(" AND d.").append(PARTNER_ID);
      values.add(query.partner());
    }
    if (query.state() != null) {
      which.append(" AND d.state = ?");
      values.add(query.state().column());
    }
    if (which.length() > 0) {
      sql.append(DELIVERY.formatted(which));
    }
  }

  /** All groups of three letters of the texts, each as a string of the index's query language. */
  private static String match(String... texts) {
    Set<String> groups = new LinkedHashSet<>();
    for (String text : texts) {
      int[] letters = text.codePoints().toArray();
      for (int i = 0; i + GROUP <= letters.length; i++) {
        groups.add('"' + new String(letters, i, GROUP).replace("\"", "\"\"") + '"');
      }
    }
    return String.join(" AND ", groups);
  }

  private static String escaped(String text) {
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
