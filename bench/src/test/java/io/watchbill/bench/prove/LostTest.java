package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is lost, and what is owed no more. */
class LostTest extends TriedRun {

  @Test
  void aGoodRunBreaksNothing() {
    handAll();
    assertThat(broken()).isEmpty();
  }

  @Test
  void anAlertThatIsNotStoredIsLost() {
    handAll();
    stored = 0;
    assertThat(broken()).containsOnlyKeys("no alert lost");
  }

  @Test
  void anAlertThatIsNeverAcceptedIsLost() {
    handAll();
    accepted.clear();
    assertThat(broken()).containsKey("no alert lost");
  }

  @Test
  void aPageThatReachesNobodyIsLost() {
    handAll();
    handed.removeIf(page -> page.channel().equals("email"));
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aRepetitionThatDoesNotComeIsLost() {
    handAll();
    handed.removeLast();
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aRepetitionThatWasMissedIsOwedAllTheSame() {
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(23)));
    handAll();
    handed.removeLast();
    handed.removeLast();
    hand("bob", "first", 24);
    assertThat(broken()).containsOnlyKeys("no page lost");
    hand("bob", "second", 36);
    assertThat(broken()).isEmpty();
  }

  /**
   * The trigger was a while before the answer: what seemed to be in time was late to the engine.
   */
  @Test
  void aRepetitionMayFollowThePageBeforeItAlsoWhereThatSeemedToBeInTime() {
    handAll();
    handed.removeLast();
    handed.removeLast();
    hand("bob", "first", 19);
    hand("bob", "second", 31);
    assertThat(broken()).isEmpty();
  }

  @Test
  void aRepetitionThatFollowsTooLateIsLate() {
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(23)));
    handAll();
    handed.removeLast();
    handed.removeLast();
    hand("bob", "first", 24);
    hand("bob", "second", 47);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void whatTheRunDidNotWaitForIsNotLost() {
    handAll();
    handed.removeLast();
    watchedUntil = T.plusSeconds(32);
    assertThat(broken()).isEmpty();
    assertThat(verdict().notWaitedFor()).isEqualTo(1);
    watchedUntil = T.plusSeconds(33);
    assertThat(broken()).containsOnlyKeys("no page lost");
    assertThat(verdict().notWaitedFor()).isZero();
  }

  @Test
  void aMachineThatIsBusyToTheEndProvesNothingOfWhatItStillOwes() {
    handAll();
    handed.removeLast();
    disturbances.add(starved(T.plusSeconds(22), T.plusSeconds(299)));
    assertThat(broken()).isEmpty();
    disturbances.set(0, starved(T.plusSeconds(22), T.plusSeconds(290)));
    assertThat(broken()).containsOnlyKeys("no page lost");
  }

  @Test
  void aProcessThatEndsByItselfBreaksALaw() {
    handAll();
    ended.add("escalation-1 ended by itself with 3");
    assertThat(broken()).containsOnlyKeys("no process ends by itself");
  }

  @Test
  void aPageThatWaitedForAHostileViewerIsLate() {
    handAll();
    handed.removeLast();
    disturbances.add(viewer(T.plusSeconds(20), T.plusSeconds(40)));
    hand("bob", "second", 45);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
    disturbances.set(
        0,
        new Disturbance(
            Disturbance.Kind.SLOW_DATABASE, "slow", T.plusSeconds(20), T.plusSeconds(40)));
    assertThat(broken()).isEmpty();
  }

  @Test
  void aPageThatABusyMachineHeldUpMayComeAfterTheAcknowledgementUntilItIsIdle() {
    for (Disturbance.Kind kind :
        new Disturbance.Kind[] {Disturbance.Kind.BUSY, Disturbance.Kind.SLOW_DISK}) {
      handed.clear();
      disturbances.clear();
      hand("alice", "webhook", "d1", false, 1);
      hand("alice", "email", "d2", false, 10);
      act("main", "alice", 2);
      disturbances.add(new Disturbance(kind, "busy", T.plusSeconds(2), T.plusSeconds(10)));
      assertThat(broken()).isEmpty();
      disturbances.set(0, viewer(T.plusSeconds(2), T.plusSeconds(10)));
      assertThat(broken()).containsOnlyKeys("acknowledged means silent");
    }
  }
}
