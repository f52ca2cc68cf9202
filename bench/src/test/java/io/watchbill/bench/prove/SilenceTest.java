package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An acknowledgement silences its branch, and a resolution all. */
class SilenceTest extends TriedRun {

  @Test
  void aBranchThatSomebodyElseAcknowledgedIsStillOwed() {
    sent = new Case(1, Branch.LEGAL, End.ACKNOWLEDGED);
    hand("alice", "webhook", "d1", false, 1);
    hand("carol", "legal-1", 1);
    act("main", "alice", 2);
    assertThat(broken()).containsOnlyKeys("no page lost");
    hand("carol", "legal-2", 13);
    assertThat(broken()).isEmpty();
  }

  @Test
  void theAcknowledgementOfABranchStopsThatBranchOnly() {
    sent = new Case(1, Branch.LEGAL, End.LEGAL_ACKNOWLEDGED);
    handAll();
    hand("carol", "legal-1", 1);
    act("legal", "carol", 2);
    assertThat(broken()).isEmpty();
    hand("carol", "legal-2", 13);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }

  @Test
  void aResolvedCaseIsSilentWhenTheEventHasTravelled() {
    sent = new Case(1, Branch.NONE, End.RESOLVED);
    hand("alice", "webhook", "d1", false, 1);
    act(Stop.ALL, "alice", 2);
    assertThat(broken()).isEmpty();
    hand("bob", "first", 11);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(8)));
    assertThat(broken()).isEmpty();
  }

  @Test
  void oneAcknowledgementOfTwoStopsOnesOwnPagesOnly() {
    sent = new Case(1, Branch.BOTH, End.HALF_ACKNOWLEDGED);
    handAll();
    hand("dora", "both-1", 1);
    hand("erin", "both-2", 1);
    act("both", "dora", 2);
    assertThat(broken()).isEqualTo(Map.of("no page lost", 1));
    hand("erin", "both-4", 13);
    assertThat(broken()).isEmpty();
  }

  @Test
  void theSecondAcknowledgementOfTwoSilencesBoth() {
    sent = new Case(1, Branch.BOTH, End.BOTH_ACKNOWLEDGED);
    handAll();
    hand("dora", "both-1", 1);
    hand("erin", "both-2", 1);
    act("both", "dora", 2);
    act("both", "erin", 5);
    assertThat(broken()).isEmpty();
    hand("dora", "both-3", 13);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }

  @Test
  void aPageAfterTheAcknowledgementBreaksTheSilence() {
    handAll();
    act("main", "alice", 5);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }

  @Test
  void aPageUnderWayInAProcessThatStoodStillMayComeAfterTheAcknowledgement() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 10);
    act("main", "alice", 2);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
    disturbances.add(standstill(T.plusSeconds(2), T.plusSeconds(10)));
    assertThat(broken()).isEmpty();
    disturbances.set(0, standstill(T.plusSeconds(4), T.plusSeconds(10)));
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }

  @Test
  void theFirstCopyMayComeLastWhenTheSecondCameBeforeTheAcknowledgement() {
    hand("alice", "email", "d2", false, 1);
    hand("alice", "webhook", "d1", true, 2);
    act("main", "alice", 3);
    hand("alice", "webhook", "d1", false, 5);
    assertThat(broken()).isEmpty();
    hand("alice", "webhook", "d1", true, 6);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }
}
