package org.wirecopy;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Story;
import org.wirecopy.delivery.Planner;
import org.wirecopy.desk.page.Orders;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ninjs.Formats;

/** Gives the desk's pages what they need of other rooms. */
final class DeskOrders implements Orders {
  private final Ledger ledger;
  private final Planner planner;
  private final Formats formats;

  DeskOrders(Ledger ledger, Planner planner, Formats formats) {
    this.ledger = ledger;
    this.planner = planner;
    this.formats = formats;
  }

  @Override
  public CompletionStage<Receipt> act(Story current, Action action, @Nullable String note) {
    return ledger.act(current.uri(), action, note, planner.plan(current.article()));
  }

  @Override
  public byte[] json(Story story) {
    return formats.render(Formats.NINJS3, story);
  }
}
