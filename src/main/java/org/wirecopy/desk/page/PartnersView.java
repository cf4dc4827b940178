package org.wirecopy.desk.page;

import java.util.Map;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/** Where the partners stand. */
final class PartnersView {
  private final Ledger ledger;
  private final PlainWords words;

  PartnersView(Ledger ledger, PlainWords words) {
    this.ledger = ledger;
    this.words = words;
  }

  /** One partner's row. */
  record Row(
      String name,
      String link,
      String state,
      String tone,
      boolean paused,
      boolean disabled,
      boolean open,
      long waiting,
      String age,
      long held,
      long parked,
      long sent) {}

  Map<String, Object> values() {
    return Map.of("rows", ledger.partners().stream().map(this::row).toList());
  }

  private Row row(PartnerView partner) {
    String state = words.state(partner);
    boolean off = partner.paused() || partner.disabled();
    return new Row(
        partner.partner(),
        Links.partner(partner.partner()),
        state,
        partner.disabled() ? "bad" : state.equals("open") ? "good" : "wait",
        partner.paused() && !partner.disabled(),
        partner.disabled(),
        !off,
        partner.backlog(),
        words.age(partner.oldest()),
        partner.held(),
        partner.parked(),
        partner.lastSequence());
  }
}
