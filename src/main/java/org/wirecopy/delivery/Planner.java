package org.wirecopy.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;

/** Plans what each partner is to get of an article, and when. */
public final class Planner {
  private final Partners partners;
  private final InstantSource clock;

  /**
   * @param partners who runs now
   * @param clock the time, for embargoes
   */
  public Planner(Partners partners, InstantSource clock) {
    this.partners = partners;
    this.clock = clock;
  }

  /** One plan for each partner that runs now. */
  public List<Plan> plan(Article article) {
    List<Plan> plans = new ArrayList<>();
    for (Partner partner : partners.all()) {
      boolean meant = article.partners().isEmpty() || article.partners().contains(partner.name());
      plans.add(
          meant
              ? new Plan(partner.name(), true, heldUntil(article, partner), null)
              : new Plan(partner.name(), false, null, "the article names other partners"));
    }
    return plans;
  }

  private @Nullable Instant heldUntil(Article article, Partner partner) {
    if (article.embargo() == null || partner.trustedForEmbargo()) {
      return null;
    }
    Instant embargo = article.embargo().toInstant();
    return embargo.isAfter(clock.instant()) ? embargo : null;
  }
}
