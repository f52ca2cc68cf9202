package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What comes twice is marked. */
class DuplicateTest extends TriedRun {

  @Test
  void aSecondHandingOverMustBeMarked() {
    handAll();
    hand("alice", "webhook", "d1", false, 3);
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
    handed.removeLast();
    hand("alice", "webhook", "d1", true, 3);
    assertThat(broken()).isEmpty();
  }

  @Test
  void anotherPageForTheSameStepIsADuplicate() {
    handAll();
    handed.add(new ReceivedPage(1, "alice", "webhook", "page-2", "d9", true, T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
  }

  @Test
  void theCopyThatAStoodStillProcessSendsLastNeedsNoMark() {
    handAll();
    handed.removeFirst();
    hand("alice", "webhook", "d1", true, 1);
    hand("alice", "webhook", "d1", false, 3);
    assertThat(broken()).isEmpty();
    hand("alice", "webhook", "d1", false, 4);
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
  }
}
