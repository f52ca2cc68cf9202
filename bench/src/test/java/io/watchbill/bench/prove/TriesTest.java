package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who acknowledges gets an answer, however many do at once. */
class TriesTest extends TriedRun {
  private static final String LAW = "acknowledged or resolved within 10 s of recovery";

  @BeforeEach
  void page() {
    sent = new Case(1, Branch.NONE, End.ACKNOWLEDGED);
    hand("alice", "webhook", "d1", false, 1);
  }

  @Test
  void anAcknowledgementThatIsNeverAnsweredBreaksALaw() {
    tryTo("main", "alice", 2);
    assertThat(broken()).containsOnlyKeys(LAW);
  }

  @Test
  void oneThatIsAnsweredLateDoesToo() {
    act("main", "alice", 2);
    assertThat(broken()).isEmpty();
    act("main", "alice", 13);
    tryTo("main", "alice", 2);
    assertThat(broken()).containsOnlyKeys(LAW);
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(5)));
    assertThat(broken()).isEmpty();
  }

  @Test
  void aRunThatEndsTooSoonForTheAnswerSaysNothing() {
    watchedUntil = T.plusSeconds(11);
    tryTo("main", "alice", 2);
    assertThat(broken()).isEmpty();
  }

  @Test
  void itMayHaveTakenEffectSoThatFurtherPagesAreNotOwed() {
    tryTo("main", "alice", 2);
    assertThat(broken()).doesNotContainKey("no page lost");
    tried.clear();
    assertThat(broken()).containsKey("no page lost");
  }
}
