package io.watchbill.escalation.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WaitingKindsTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private final WaitingKinds kinds =
      new WaitingKinds(Duration.ofSeconds(10), Duration.ofSeconds(5));

  @Test
  void aKindThatIsSeenForTheFirstTimeIsLeftToOthersHoweverOverdue() {
    assertThat(look(0, "owl")).isEmpty();
    assertThat(look(4, "owl")).isEmpty();
    assertThat(look(8, "owl")).isEmpty();
  }

  @Test
  void aKindThatWaitsThroughTheGraceIsReturned() {
    look(0, "owl");
    look(5, "owl", "pigeon");

    assertThat(look(10, "owl", "pigeon")).containsExactly("owl");
  }

  @Test
  void aKindThatWasClaimedMeanwhileStartsAgain() {
    look(0, "owl");
    look(5);
    look(9, "owl");

    assertThat(look(12, "owl")).isEmpty();
  }

  @Test
  void afterATimeWithoutLooksEverythingStartsAgain() {
    look(0, "owl");

    assertThat(look(60, "owl")).isEmpty();
    assertThat(look(65, "owl")).isEmpty();
    assertThat(look(70, "owl")).containsExactly("owl");
  }

  private Set<String> look(int second, String... waiting) {
    return kinds.through(Set.of(waiting), NOON.plusSeconds(second));
  }
}
