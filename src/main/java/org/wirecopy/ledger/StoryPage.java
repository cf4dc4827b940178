package org.wirecopy.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some stories, newest first.
 *
 * @param stories a page of them, or fewer where so many did not match that the search was broken
 *     off; perhaps none
 * @param next cursor of the following page, or null if this is the last
 */
public record StoryPage(List<StorySummary> stories, @Nullable Long next) {
  public StoryPage {
    stories = List.copyOf(stories);
  }
}
