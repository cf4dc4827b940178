package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * The stories that are killed or withheld now. No story lists one of them, neither when it is
 * accepted, even if the lookup did not know yet, nor when it is sent later. In memory, since every
 * accepted story asks; used by the writer only.
 */
final class Recalled {
  private static final String ALL = "SELECT uri FROM story WHERE status <> 'USABLE'";

  private final Set<String> uris = new HashSet<>();

  void load(Transaction tx) throws SQLException {
    tx.sql.each(ALL, row -> uris.add(row.getString(1)));
  }

  /** Notes a story's status as of its newest version. */
  void note(String uri, Status status, Transaction tx) {
    if (status == Status.USABLE ? uris.remove(uri) : uris.add(uri)) {
      tx.onFailure(() -> undo(uri, status));
    }
  }

  private void undo(String uri, Status status) {
    if (status == Status.USABLE) {
      uris.add(uri);
    } else {
      uris.remove(uri);
    }
  }

  /** The story as it may be sent now; the same one if it lists none of them. */
  Story without(Story story) {
    List<RelatedStory> listed = without(story.related());
    return listed == story.related() ? story : story.listing(listed);
  }

  /** Those that may be listed; the same list if all may. */
  List<RelatedStory> without(List<RelatedStory> related) {
    return uris.isEmpty() || related.stream().noneMatch(this::has)
        ? related
        : related.stream().filter(story -> !has(story)).toList();
  }

  private boolean has(RelatedStory story) {
    return story.uri() != null && uris.contains(story.uri());
  }
}
