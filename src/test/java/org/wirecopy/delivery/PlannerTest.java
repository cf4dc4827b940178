package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Status;

class PlannerTest {
  private static final OffsetDateTime SIX = OffsetDateTime.parse("2026-11-23T18:00:00+01:00");

  private final Partners partners = new Partners();

  @BeforeEach
  void partnersJoin() {
    partners.join(SomePartner.named("daily", "languages", "en"));
    partners.join(SomePartner.named("radio", "trustedForEmbargo", "true"));
  }

  @Test
  void filtersLeaveOutWithTheirReason() {
    Article french = Article.titled("Bonjour").language("fr").build();
    assertThat(plan(french, SIX.minusHours(1)))
        .containsExactlyInAnyOrder(
            new Plan("daily", false, null, "its language fr is not wanted"),
            new Plan("radio", true, null, null));
  }

  @Test
  void anArticleMayNameItsPartners() {
    Article forRadio = Article.titled("Hello").language("en").partners(List.of("radio")).build();
    assertThat(plan(forRadio, SIX))
        .contains(new Plan("daily", false, null, "the article names other partners"));
  }

  @Test
  void namingAPartnerThatIsNoneIsDoubted() {
    Article forNobody = Article.titled("Hello").partners(List.of("radio", "Dialy")).build();
    assertThat(planner(SIX).doubts(forNobody))
        .containsExactly("No partner is called \"Dialy\" (there are daily, radio).");
  }

  @Test
  void aStoryThatHasExpiredIsDoubtedUnlessItIsRecalled() {
    Article old = Article.titled("Hello").expires(SIX).build();
    assertThat(planner(SIX.minusSeconds(1)).doubts(old)).isEmpty();
    assertThat(planner(SIX).doubts(old)).singleElement().asString().contains("2026-11-23T18:00");
    assertThat(planner(SIX).doubts(old.toBuilder().status(Status.CANCELED).build())).isEmpty();
  }

  @Test
  void embargoHoldsUntilItsSecondExceptForTrustedPartners() {
    Article held = Article.titled("Budget").language("en").embargo(SIX).build();
    assertThat(plan(held, SIX.minusSeconds(1)))
        .containsExactlyInAnyOrder(
            new Plan("daily", true, SIX.toInstant(), null), new Plan("radio", true, null, null));
    assertThat(plan(held, SIX)).allMatch(plan -> plan.heldUntil() == null);
  }

  @Test
  void whoIsLeftOutHasTheEmbargoInItsPlanShouldAPersonSendIt() {
    Article held = Article.titled("Budget").partners(List.of("radio")).embargo(SIX).build();
    assertThat(plan(held, SIX.minusSeconds(1)))
        .filteredOn(plan -> plan.partner().equals("daily"))
        .singleElement()
        .satisfies(plan -> assertThat(plan.wanted()).isFalse())
        .satisfies(plan -> assertThat(plan.heldUntil()).isEqualTo(SIX.toInstant()));
  }

  @Test
  void aRecallIsNotHeld() {
    Article killed =
        Article.titled("Budget").language("en").embargo(SIX).status(Status.CANCELED).build();
    assertThat(plan(killed, SIX.minusDays(1))).allMatch(plan -> plan.heldUntil() == null);
  }

  @Test
  void whoLeavesIsPlannedNoMore() {
    partners.leave("daily");
    assertThat(plan(Article.titled("Hello").build(), SIX))
        .extracting(Plan::partner)
        .containsExactly("radio");
  }

  private List<Plan> plan(Article article, OffsetDateTime now) {
    return planner(now).plan(article);
  }

  private Planner planner(OffsetDateTime now) {
    return new Planner(partners, InstantSource.fixed(now.toInstant()));
  }
}
