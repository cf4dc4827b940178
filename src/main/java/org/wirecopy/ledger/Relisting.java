package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Status;

/**
 * Sends the stories that list a killed one again without it, batch by batch after the kill, so that
 * the kill itself waits for nothing. What a crash leaves undone the ledger's own rows show.
 */
final class Relisting {
  private static final Logger log = LoggerFactory.getLogger(Relisting.class);

  /** Stories in one transaction; the rest follows in the next, so that live news goes on. */
  private static final int BATCH = 50;

  private static final String LISTING =
      """
      SELECT s.uri FROM related_link l JOIN story s ON s.story_id = l.story_id
      WHERE l.target_uri = ? AND s.status = 'USABLE' LIMIT ?
      """;
  private static final String UNDONE =
      """
      SELECT t.uri FROM story t
      WHERE t.status <> 'USABLE' AND t.status = 'CANCELED' AND EXISTS (
        SELECT 1 FROM related_link l JOIN story s ON s.story_id = l.story_id
        WHERE l.target_uri = t.uri AND s.status = 'USABLE')
      """;

  private final Stories stories;
  private final Acceptance acceptance;
  private final Writer writer;

  Relisting(Stories stories, Acceptance acceptance, Writer writer) {
    this.stories = stories;
    this.acceptance = acceptance;
    this.writer = writer;
  }

  /** Starts on the stories that list a killed one; tells in the log what came of it. */
  void begin(String killed) {
    further(killed, 0)
        .whenComplete(
            (count, failure) -> {
              if (failure != null) {
                log.error(
                    "Stories that list the killed {} are sent again without it at the next start,"
                        + " not now",
                    killed,
                    failure);
              } else if (count > 0) {
                log.info("{} stories that listed the killed {} go out without it", count, killed);
              }
            });
  }

  private CompletionStage<Integer> further(String killed, int before) {
    return writer
        .submit(tx -> without(killed, tx))
        .thenCompose(
            count ->
                count == 0
                    ? CompletableFuture.completedFuture(before)
                    : further(killed, before + count));
  }

  /** The killed stories that others still list. */
  List<String> undone(Transaction tx) throws SQLException {
    List<String> killed = new ArrayList<>();
    tx.sql.each(UNDONE, row -> killed.add(row.getString(1)));
    return killed;
  }

  /** Takes the killed story out of a batch of those that list it; answers how many. */
  private int without(String killed, Transaction tx) throws SQLException {
    Stories.Head head = stories.headOrNull(killed, tx);
    if (head == null || head.status() != Status.CANCELED) {
      return 0;
    }
    List<String> listing = new ArrayList<>();
    tx.sql.each(LISTING, row -> listing.add(row.getString(1)), killed, BATCH);
    for (String uri : listing) {
      acceptance.relist(uri, killed, tx);
    }
    return listing.size();
  }
}
