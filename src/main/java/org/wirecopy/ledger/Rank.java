package org.wirecopy.ledger;

import org.wirecopy.article.Action;
import org.wirecopy.article.Article;

/** What goes first in a lane; within a rank the oldest. */
enum Rank {
  /** Kill and withhold: past filters, rests and rate. */
  RECALL,
  /** Urgency 1 and 2. */
  URGENT,
  LIVE,
  /** Resent or taken back up by a person: behind the news of the day. */
  REPLAY;

  /** Places of one rank lie between its {@link #first} and that of the next. */
  private static final long SPAN = 1L << 50;

  static Rank of(Action action, Article article) {
    if (action.recalls()) {
      return RECALL;
    }
    return article.urgency() == 1 || article.urgency() == 2 ? URGENT : LIVE;
  }

  static Rank of(int column) {
    return values()[column];
  }

  /** The place in the lane of a delivery of this rank. */
  long place(long deliveryRow) {
    return first() + deliveryRow;
  }

  /** Before every place of this rank. */
  long first() {
    return ordinal() * SPAN;
  }

  /** After every place of this rank. */
  long end() {
    return first() + SPAN;
  }
}
