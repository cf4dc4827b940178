package org.wirecopy.ledger;

import java.util.List;
import org.wirecopy.article.Story;

/**
 * One story with all that became of it.
 *
 * @param current its current version
 * @param versions all versions, oldest first
 * @param deliveries of all versions, oldest first
 */
public record StoryHistory(
    Story current, List<VersionView> versions, List<DeliveryView> deliveries) {
  public StoryHistory {
    versions = List.copyOf(versions);
    deliveries = List.copyOf(deliveries);
  }
}
