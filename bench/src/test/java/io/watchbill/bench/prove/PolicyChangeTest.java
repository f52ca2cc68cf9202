package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A policy that changes holds for what starts after it. */
class PolicyChangeTest extends TriedRun {

  @Test
  void whatWasSentAfterThePolicyWasChangedFollowsTheNewOne() {
    change = new PolicyChange(T.minusSeconds(2), T.minusSeconds(1));
    handAll();
    assertThat(broken()).containsOnlyKeys("no page lost");
    hand("greta", "new", 1);
    assertThat(broken()).isEmpty();
  }

  @Test
  void whatHadStartedBeforeThePolicyWasChangedFollowsTheOldOne() {
    change = new PolicyChange(T.plusSeconds(2), T.plusSeconds(3));
    handAll();
    assertThat(broken()).isEmpty();
    hand("greta", "new", 4);
    assertThat(broken()).containsOnlyKeys("a policy changes for what starts after it");
  }

  @Test
  void whatCameWhileThePolicyWasChangedMayFollowEither() {
    change = new PolicyChange(T.minusSeconds(1), T.plusSeconds(1));
    handAll();
    assertThat(broken()).isEmpty();
    hand("greta", "new", 1);
    assertThat(broken()).isEmpty();
  }
}
