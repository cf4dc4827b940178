package org.wirecopy.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Status;

/**
 * Plans what each partner is to get of an article, and when. A recall is never held for an embargo:
 * who has the story must know at once.
 */
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
      String reason = leftOut(article, partner);
      plans.add(new Plan(partner.name(), reason == null, heldUntil(article, partner), reason));
    }
    return plans;
  }

  /** What an editor should look at again although the article is sent, in plain words. */
  public List<String> doubts(Article article) {
    if (article.partners().isEmpty() && article.expires() == null) {
      return List.of();
    }
    List<String> doubts = new ArrayList<>();
    for (String named : article.partners()) {
      if (partners.named(named) == null) {
        String known =
            partners.all().stream().map(Partner::name).sorted().collect(Collectors.joining(", "));
        doubts.add(
            String.format(
                "No partner is called \"%s\" (there %s).",
                named, known.isEmpty() ? "is none" : "are " + known));
      }
    }
    OffsetDateTime expires = article.expires();
    if (article.status() == Status.USABLE
        && expires != null
        && !expires.toInstant().isAfter(clock.instant())) {
      doubts.add("The article expired at " + expires + ", and is sent all the same.");
    }
    return doubts;
  }

  private static @Nullable String leftOut(Article article, Partner partner) {
    boolean meant = article.partners().isEmpty() || article.partners().contains(partner.name());
    return meant ? partner.filter().leavesOut(article) : "the article names other partners";
  }

  private @Nullable Instant heldUntil(Article article, Partner partner) {
    if (article.embargo() == null
        || partner.trustedForEmbargo()
        || article.status() != Status.USABLE) {
      return null;
    }
    Instant embargo = article.embargo().toInstant();
    return embargo.isAfter(clock.instant()) ? embargo : null;
  }
}
