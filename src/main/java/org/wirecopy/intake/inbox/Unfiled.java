package org.wirecopy.intake.inbox;

import java.util.List;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * A file that was dealt with and has yet to leave the inbox.
 *
 * @param file as it was read
 * @param reason why it was rejected, in plain words; null if its stories are committed
 * @param pictures what leaves the inbox with it
 */
record Unfiled(InboxFile file, @Nullable String reason, List<PictureFile> pictures) {
  Unfiled {
    pictures = List.copyOf(pictures);
  }

  static Unfiled of(InboxFile file, Exchange exchange) {
    List<PictureFile> pictures =
        exchange.getProperty(InboxFiling.PICTURES) instanceof List<?> all
            ? all.stream().map(PictureFile.class::cast).toList()
            : List.of();
    return new Unfiled(file, exchange.getProperty(InboxFiling.REASON, String.class), pictures);
  }

  boolean rejected() {
    return reason != null;
  }
}
