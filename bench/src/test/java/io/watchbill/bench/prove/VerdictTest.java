package io.watchbill.bench.prove;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.bench.prove.Case.Branch;
import io.watchbill.bench.prove.Case.End;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each law is broken here once. */
class VerdictTest {
  private static final Instant T = Instant.parse("2026-01-05T09:00:00Z");

  private final List<Handed> handed = new ArrayList<>();
  private final List<Disturbance> disturbances = new ArrayList<>();
  private final Map<Integer, Instant> accepted = new HashMap<>(Map.of(1, T));
  private final Map<Act, Instant> acts = new HashMap<>();
  private Case sent = new Case(1, Branch.NONE, End.IGNORED);
  private Instant watchBegins = T;
  private PolicyChange change = new PolicyChange(T.plusSeconds(60), T.plusSeconds(61));
  private long stored = 1;

  private void hand(String person, String channel, String delivery, boolean marked, long second) {
    handed.add(
        new Handed(1, person, channel, "page-" + person, delivery, marked, T.plusSeconds(second)));
  }

  private void hand(String person, String page, long second) {
    handed.add(new Handed(1, person, "webhook", page, "d-" + page, false, T.plusSeconds(second)));
  }

  private void act(String branch, String person, long second) {
    acts.put(new Act(1, branch, person), T.plusSeconds(second));
  }

  private void handAll() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
  }

  private Verdict verdict() {
    return new Verdict(
        new Evidence(
            List.of(sent),
            Map.of(1, T),
            accepted,
            Map.of(),
            acts,
            handed,
            disturbances,
            watchBegins,
            change,
            stored));
  }

  private Map<String, Integer> broken() {
    Map<String, Integer> broken = new HashMap<>();
    verdict()
        .findings()
        .forEach(
            f -> {
              if (!f.broken().isEmpty()) {
                broken.put(f.law(), f.broken().size());
              }
            });
    return broken;
  }

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
  void aRepetitionIsNotOwedWhenThePageBeforeItCameAfterItWasDue() {
    disturbances.add(disturbance(T.plusSeconds(2), T.plusSeconds(23)));
    handAll();
    handed.removeLast();
    handed.removeLast();
    hand("bob", "first", 24);
    assertThat(broken()).isEmpty();
  }

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
  void oneAcknowledgementOfTwoStopsNothing() {
    sent = new Case(1, Branch.BOTH, End.HALF_ACKNOWLEDGED);
    handAll();
    hand("dora", "both-1", 1);
    hand("erin", "both-2", 1);
    act("both", "dora", 2);
    assertThat(broken()).isEqualTo(Map.of("no page lost", 2));
    hand("dora", "both-3", 13);
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
    handed.add(new Handed(1, "alice", "webhook", "page-2", "d9", true, T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("no unmarked duplicate");
  }

  @Test
  void aPageAfterTheAcknowledgementBreaksTheSilence() {
    handAll();
    act("main", "alice", 5);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
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

  @Test
  void aPageIsLateWhenNothingWasBroken() {
    hand("alice", "webhook", "d1", false, 12);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  @Test
  void aDisturbanceExcusesALatePageUntilTenSecondsAfterItsEnd() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 14);
    hand("bob", "second", 23);
    disturbances.add(disturbance(T.minusSeconds(1), T.plusSeconds(5)));
    assertThat(broken()).isEmpty();
    disturbances.set(0, disturbance(T.minusSeconds(1), T.plusSeconds(3)));
    assertThat(broken()).containsOnlyKeys("handed over within 10 s of recovery");
  }

  private static Disturbance disturbance(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.KILL, "kill", from, until);
  }

  @Test
  void aMachineThatIsTooBusyForAProcessExcusesWhatItHadUnderWay() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 8);
    act("main", "alice", 3);
    assertThat(broken()).containsOnlyKeys("acknowledged means silent");
    disturbances.add(starved(T.plusSeconds(2), T.plusSeconds(8)));
    assertThat(broken()).isEmpty();
  }

  private static Disturbance standstill(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.STANDSTILL, "stand-still", from, until);
  }

  @Test
  void aSpellWithoutAProcessorIsToldOfWithThePagesThatItExcused() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 14);
    hand("bob", "first", 14);
    hand("bob", "second", 23);
    Disturbance spell = starved(T.plusSeconds(1), T.plusSeconds(5));
    disturbances.add(starved(T.plusSeconds(1), T.plusSeconds(2)));
    disturbances.add(spell);
    assertThat(broken()).isEmpty();
    assertThat(verdict().excused()).isEqualTo(Map.of(spell, 2L));
  }

  @Test
  void whatASpellWithoutAProcessorHeldUpAfterAnAcknowledgementIsExcusedByIt() {
    hand("alice", "webhook", "d1", false, 1);
    hand("alice", "email", "d2", false, 8);
    act("main", "alice", 3);
    Disturbance spell = starved(T.plusSeconds(2), T.plusSeconds(8));
    disturbances.add(spell);
    assertThat(verdict().excused()).isEqualTo(Map.of(spell, 1L));
  }

  @Test
  void aSpellWithoutAProcessorExcusesNothingThatWasBrokenOnPurposeAnyway() {
    hand("alice", "webhook", "d1", false, 14);
    hand("alice", "email", "d2", false, 1);
    hand("bob", "first", 11);
    hand("bob", "second", 23);
    disturbances.add(disturbance(T, T.plusSeconds(4)));
    disturbances.add(starved(T, T.plusSeconds(6)));
    assertThat(verdict().excused()).isEmpty();
  }

  private static Disturbance starved(Instant from, Instant until) {
    return new Disturbance(Disturbance.Kind.STARVED, "busy", from, until);
  }
}
