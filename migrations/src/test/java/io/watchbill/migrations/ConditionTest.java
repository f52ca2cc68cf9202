package io.watchbill.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {
  @Test
  void aPreparedServerOfTheOldestVersionIsFine() {
    assertThat(obstacle(new Condition("15.0", 150_000, false, false, List.of()))).isEmpty();
  }

  @Test
  void anOlderServerIsRefused() {
    assertThat(obstacle(new Condition("14.19", 140_019, false, false, List.of())))
        .contains(
            Obstacle.lasting(
                "Postgres 14.19 at db:5432/w is too old: Watchbill needs 15 or newer"));
  }

  @Test
  void aStandbyIsWaitedForBecauseItMayBecomeThePrimary() {
    assertThat(obstacle(new Condition("18.6", 180_006, true, true, List.of())))
        .hasValueSatisfying(
            obstacle -> {
              assertThat(obstacle.passes()).isTrue();
              assertThat(obstacle.text()).contains("is a standby");
            });
  }

  private static java.util.Optional<Obstacle> obstacle(Condition condition) {
    return condition.obstacle("watchbill_owner", "db:5432/w");
  }
}
