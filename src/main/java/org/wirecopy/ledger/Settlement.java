package org.wirecopy.ledger;

import java.sql.SQLException;

/** The end of every transaction: what is due becomes ready, what is ready goes to the lanes. */
final class Settlement implements Writer.Settling {
  private final Partners partners;
  private final Lanes lanes;
  private final DueTimes dueTimes;

  Settlement(Partners partners, Lanes lanes, DueTimes dueTimes) {
    this.partners = partners;
    this.lanes = lanes;
    this.dueTimes = dueTimes;
  }

  @Override
  public void settle(Transaction tx) throws SQLException {
    dueTimes.settle(tx);
    lanes.settle(tx);
    partners.flush(tx);
  }

  @Override
  public long nextAt() {
    return Math.min(dueTimes.nextAt(), lanes.nextAt());
  }
}
