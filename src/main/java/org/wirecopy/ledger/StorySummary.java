package org.wirecopy.ledger;

import java.time.Instant;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Status;

/**
 * A story in a list.
 *
 * @param uri identity
 * @param version the current one
 * @param action of the current version
 * @param status of the story
 * @param headline of the current version
 * @param file the current version came from, {@code desk} for a person's act
 * @param firstCreated when the first version was accepted
 * @param versionCreated when the current version was accepted
 * @param deliveries of the current version, by partner
 */
public record StorySummary(
    String uri,
    int version,
    Action action,
    Status status,
    String headline,
    String file,
    Instant firstCreated,
    Instant versionCreated,
    List<DeliveryView> deliveries) {
  public StorySummary {
    deliveries = List.copyOf(deliveries);
  }
}
