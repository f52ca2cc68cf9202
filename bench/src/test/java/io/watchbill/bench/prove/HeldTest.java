package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import org.junit.jupiter.api.Test;

/** A held page comes when the shift begins. */
class HeldTest extends TriedRun {

  @Test
  void aHeldPageIsOwedWhenTheShiftBegins() {
    sent = new Case(1, Branch.HELD, End.IGNORED);
    shiftBegins = T.plusSeconds(100);
    handAll();
    assertThat(broken()).containsOnlyKeys("no page lost");
    hand("frank", "held", 109);
    assertThat(broken()).isEmpty();
    shiftBegins = T.plusSeconds(90);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aHeldPageMustNotComeBeforeTheShift() {
    sent = new Case(1, Branch.HELD, End.IGNORED);
    shiftBegins = T.plusSeconds(100);
    handAll();
    hand("frank", "held", 99);
    assertThat(broken()).containsOnlyKeys("held until the shift begins");
  }

  @Test
  void aHeldPageOfAResolvedCaseMustNotComeAtAll() {
    sent = new Case(1, Branch.HELD, End.RESOLVED);
    shiftBegins = T.plusSeconds(100);
    hand("alice", "webhook", "d1", false, 1);
    act(Stop.ALL, "alice", 2);
    assertThat(broken()).isEmpty();
    hand("frank", "held", 100);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }
}
