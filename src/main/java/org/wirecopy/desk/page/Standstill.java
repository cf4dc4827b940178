package org.wirecopy.desk.page;

import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/**
 * Why nothing can be sent to a partner: what it is owed stays as it is until that is mended. A
 * pause is no standstill, what is ordered then waits in its lane.
 */
public final class Standstill {
  private final Ledger ledger;
  private final OtherRooms rooms;

  public Standstill(Ledger ledger, OtherRooms rooms) {
    this.ledger = ledger;
    this.rooms = rooms;
  }

  /** In a sentence, or null if it can be sent to or is not known at all. */
  public @Nullable String of(String name) {
    for (PartnerView partner : ledger.views().partners()) {
      if (partner.partner().equals(name)) {
        return of(partner);
      }
    }
    return null;
  }

  @Nullable String of(PartnerView partner) {
    String name = partner.partner();
    if (partner.disabled()) {
      return name + " is disabled, so nothing is sent to it. It must be enabled first.";
    }
    return rooms.settings(name).isEmpty()
        ? "There is no partner file for "
            + name
            + " any more, so nothing can be sent to it. Its file must be put back first."
        : null;
  }
}
