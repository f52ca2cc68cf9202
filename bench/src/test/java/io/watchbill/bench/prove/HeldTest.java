package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import org.junit.jupiter.api.Test;

/** A held page comes when the watch begins. */
class HeldTest extends TriedRun {

  @Test
  void aHeldPageIsOwedWhenTheWatchBegins() {
    sent = new Case(1, Branch.HELD, End.IGNORED);
    watchBegins = T.plusSeconds(100);
    handAll();
    assertThat(broken()).containsOnlyKeys("no page lost");
    hand("frank", "held", 109);
    assertThat(broken()).isEmpty();
    watchBegins = T.plusSeconds(90);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aHeldPageMustNotComeBeforeTheWatch() {
    sent = new Case(1, Branch.HELD, End.IGNORED);
    watchBegins = T.plusSeconds(100);
    handAll();
    hand("frank", "held", 99);
    assertThat(broken()).containsOnlyKeys("held until the watch begins");
  }

  @Test
  void aHeldPageOfAResolvedCaseMustNotComeAtAll() {
    sent = new Case(1, Branch.HELD, End.RESOLVED);
    watchBegins = T.plusSeconds(100);
    hand("alice", "webhook", "d1", false, 1);
    act(Stop.ALL, "alice", 2);
    assertThat(broken()).isEmpty();
    hand("frank", "held", 100);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
  }
}
