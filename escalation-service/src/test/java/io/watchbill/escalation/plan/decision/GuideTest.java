package io.watchbill.escalation.plan.decision;

import static io.watchbill.escalation.plan.Given.T0;
import static io.watchbill.escalation.plan.Given.acknowledged;
import static io.watchbill.escalation.plan.Given.facts;
import static io.watchbill.escalation.plan.Given.guide;
import static io.watchbill.escalation.plan.Given.minutes;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.escalation.plan.Walk;
import io.watchbill.escalation.plan.facts.Facts;
import org.junit.jupiter.api.Test;

/** The on-call guide's automatic escalations, R060 to R064 and R066. */
class GuideTest {

  @Test
  void p0PagesPrimaryAndLeadAtOnce() {
    Walk walk = Walk.of(guide(), facts("P0")).wake(T0);

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "carol " + T0);
  }

  @Test
  void secondaryIsPagedWhenTheAcknowledgementSlaIsMissed() {
    Walk walk = Walk.of(guide(), facts("P1")).until(minutes(15));

    assertThat(walk.pagedWhen()).containsExactly("alice " + T0, "bob " + minutes(15));
  }

  @Test
  void leadIsPagedAfterAnHourOfAnOpenP1() {
    Walk walk = Walk.of(guide(), facts("P1")).until(minutes(60));

    assertThat(walk.paged()).containsExactly("alice", "bob", "carol");
  }

  @Test
  void leadIsPagedAfterAnHourAlsoWhenAcknowledged() {
    Walk walk = Walk.of(guide(), facts("P1")).wake(T0);

    walk.with(acknowledged(facts("P1"), "main", true)).until(minutes(60));

    assertThat(walk.paged()).containsExactly("alice", "carol");
  }

  @Test
  void dataBreachPagesLegalInItsOwnBranch() {
    Walk walk = Walk.of(guide(), facts("P2", "data-breach")).wake(T0);

    assertThat(walk.paged()).containsExactly("alice", "lea");
    assertThat(walk.pages.get(1).step().branch().name()).isEqualTo("legal");
  }

  @Test
  void legalsAcknowledgementStopsOnlyLegal() {
    Facts breach = facts("P1", "data-breach");
    Walk walk = Walk.of(guide(), breach).wake(T0);

    walk.with(acknowledged(breach, "legal", true)).until(minutes(15));

    assertThat(walk.paged()).containsExactly("alice", "lea", "bob");
  }

  @Test
  void everyPageSaysWhy() {
    Walk walk = Walk.of(guide(), facts("P0")).wake(T0);

    assertThat(walk.pages.get(1).reason())
        .isEqualTo(
            "on call as lead of security until Mon 16 Mar 02:00 UTC; step “lead of a P0”,"
                + " severity is P0, immediately");
  }
}
