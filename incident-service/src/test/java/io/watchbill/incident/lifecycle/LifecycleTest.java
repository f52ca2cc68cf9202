package io.watchbill.incident.lifecycle;

import static io.watchbill.incident.lifecycle.Severity.P0;
import static io.watchbill.incident.lifecycle.Severity.P1;
import static io.watchbill.incident.lifecycle.Severity.P2;
import static io.watchbill.incident.lifecycle.Severity.P3;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import io.watchbill.incident.lifecycle.SlaClock.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");
  static final Actor ALICE = Actor.person("alice", "api");
  static final Actor ALERTS = Actor.integration("prometheus", "alertmanager");
  static final AcknowledgementTimes TIMES =
      severity ->
          switch (severity) {
            case P0 -> Duration.ofMinutes(5);
            case P1 -> Duration.ofMinutes(15);
            case P2 -> Duration.ofHours(1);
            case P3 -> Duration.ofHours(4);
          };

  private final Lifecycle triggered = opened(P2);
  private final Lifecycle acknowledged = triggered.acknowledge(ALICE, at(1)).next();
  private final Lifecycle resolved =
      acknowledged.resolve(ALICE, at(2), Optional.of(Duration.ofHours(24))).next();

  @Test
  void opensInItsFirstRoundAndPages() {
    Decision decision = Lifecycle.open(P1, Set.of("b", "a"), "ssh", ALERTS, T0, TIMES);

    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
    assertThat(decision.next().state()).isEqualTo(new Triggered());
    assertThat(decision.next().round()).isEqualTo(1);
    assertThat(decision.next().tags()).containsExactly("a", "b");
    assertThat(decision.next().clock().due()).isEqualTo(T0.plusSeconds(900));
    assertThat(kinds(decision)).containsExactly(Kind.TRIGGERED);
  }

  @Test
  void anAcknowledgementNamesWhoAndWhen() {
    Decision decision = triggered.acknowledge(ALICE, at(3));

    assertThat(decision.next().state()).isEqualTo(new Acknowledged(ALICE, at(3)));
    assertThat(decision.next().anchors().acknowledged()).contains(at(3));
    assertThat(decision.next().anchors().lastUpdate()).isEqualTo(at(3));
    assertThat(decision.paging()).isEqualTo(Paging.UPDATE);
  }

  @Test
  void whatStartsOrStopsPagingIsUrgent() {
    assertThat(triggered.acknowledge(ALICE, at(3)).isUrgentAfter(triggered)).isTrue();
    assertThat(triggered.resolve(ALICE, at(3), Optional.empty()).isUrgentAfter(triggered)).isTrue();
    assertThat(acknowledged.unacknowledge(ALICE, at(3), TIMES).isUrgentAfter(acknowledged))
        .isTrue();
    assertThat(arrives(triggered, news("breach", P0), 5).isUrgentAfter(triggered)).isTrue();
    assertThat(arrives(triggered, news("disk", P3), 5).isUrgentAfter(triggered)).isFalse();
    assertThat(triggered.edits().changeTags(Set.of("vpn"), ALICE, at(1)).isUrgentAfter(triggered))
        .isFalse();
  }

  @Test
  void actionsOnWhatIsSoAlreadyChangeNothing() {
    assertUnchanged(acknowledged, acknowledged.acknowledge(ALICE, at(9)));
    assertUnchanged(resolved, resolved.acknowledge(ALICE, at(9)));
    assertUnchanged(triggered, triggered.unacknowledge(ALICE, at(9), TIMES));
    assertUnchanged(resolved, resolved.resolve(ALICE, at(9), Optional.empty()));
    assertUnchanged(acknowledged, acknowledged.reopen(ALICE, at(9), TIMES));
    assertUnchanged(triggered, triggered.edits().changeSeverity(P2, "same", ALICE, at(9), TIMES));
    assertUnchanged(triggered, triggered.edits().changeTags(Set.of(), ALICE, at(9)));
  }

  @Test
  void onlyAResolvedIncidentRefusesToBeUnacknowledged() {
    Decision decision = resolved.unacknowledge(ALICE, at(9), TIMES);

    assertThat(decision.reason()).isEqualTo(DecisionReason.REOPEN_IT_INSTEAD);
    assertThat(decision.reason().isRefusal()).isTrue();
  }

  @Test
  void unacknowledgingBeginsANewRoundWithItsOwnAnchors() {
    Decision decision = acknowledged.unacknowledge(ALICE, at(30), TIMES);

    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.next().anchors()).isEqualTo(Anchors.of(at(30)));
    assertThat(decision.next().clock().due()).isEqualTo(at(90));
  }

  @Test
  void reopeningBeginsANewRound() {
    Decision decision = resolved.reopen(ALICE, at(30), TIMES);

    assertThat(decision.next().state()).isEqualTo(new Triggered());
    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
  }

  @Test
  void aRepeatChangesNothingWhileOpen() {
    assertUnchanged(triggered, arrives(triggered, AlertChanges.REPEAT, 5));
    assertUnchanged(acknowledged, arrives(acknowledged, AlertChanges.REPEAT, 5));
  }

  @Test
  void aNewAlertOnAnAcknowledgedIncidentIsNotedButDoesNotPage() {
    Decision decision = arrives(acknowledged, news("disk", P2), 5);

    assertThat(decision.paging()).isEqualTo(Paging.NOTHING);
    assertThat(decision.next()).isEqualTo(acknowledged);
    assertThat(kinds(decision)).containsExactly(Kind.ALERTS_ADDED);
    assertThat(decision.reason()).isEqualTo(DecisionReason.NEW_ALERT_WHILE_ACKNOWLEDGED);
  }

  @Test
  void aWorseAlertOnAnAcknowledgedIncidentBeginsANewRound() {
    Decision decision = arrives(acknowledged, news("breach", P0), 5);

    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.next().severity()).isEqualTo(P0);
    assertThat(decision.next().state()).isEqualTo(new Triggered());
    assertThat(decision.next().clock().due()).isEqualTo(at(10));
  }

  @Test
  void aWorseAlertOnATriggeredIncidentRaisesItsSeverityInTheSameRound() {
    Decision decision = arrives(triggered, news("breach", P0), 5);

    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
    assertThat(decision.next().round()).isEqualTo(1);
    assertThat(decision.next().severity()).isEqualTo(P0);
    assertThat(decision.next().anchors().severityChange()).isEqualTo(at(5));
    assertThat(kinds(decision)).containsExactly(Kind.ALERTS_ADDED, Kind.SEVERITY_CHANGED);
  }

  @Test
  void aMilderAlertNeverLowersTheSeverity() {
    assertThat(arrives(triggered, news("note", P3), 5).next().severity()).isEqualTo(P2);
  }

  @Test
  void repeatsDoNotUndoASeverityLoweredByHand() {
    Lifecycle lowered =
        acknowledged.edits().changeSeverity(P3, "a test machine", ALICE, at(4), TIMES).next();

    assertUnchanged(lowered, arrives(lowered, AlertChanges.REPEAT, 5));
  }

  @Test
  void newTagsAreFactsForPagingAndOldOnesStay() {
    Lifecycle tagged = triggered.edits().changeTags(Set.of("vpn"), ALICE, at(1)).next();

    Decision decision =
        arrives(tagged, new AlertChanges(List.of("x"), Optional.of(P2), Set.of("ransomware")), 5);

    assertThat(decision.paging()).isEqualTo(Paging.UPDATE);
    assertThat(decision.next().tags()).containsExactly("ransomware", "vpn");
  }

  @Test
  void repeatsReopenAfterAResolveByHandOnlyOnceTheSuppressionIsOver() {
    assertUnchanged(resolved, arrives(resolved, AlertChanges.REPEAT, 60));

    Decision decision = arrives(resolved, AlertChanges.REPEAT, 24 * 60 + 2);

    assertThat(decision.reason()).isEqualTo(DecisionReason.REOPENED_AFTER_SUPPRESSION);
    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
  }

  @Test
  void aNewAlertReopensAResolvedIncidentAtOnce() {
    Decision decision = arrives(resolved, news("another", P3), 3);

    assertThat(decision.reason()).isEqualTo(DecisionReason.REOPENED_BY_NEW_ALERT);
    assertThat(decision.next().severity()).isEqualTo(P2);
    assertThat(decision.next().round()).isEqualTo(2);
  }

  @Test
  void theLastAlertResolvesTheIncidentWhereThatIsSet() {
    Decision decision = acknowledged.alerts().ended(true, ALERTS, at(7));

    assertThat(decision.reason()).isEqualTo(DecisionReason.RESOLVED_BY_ALERTS);
    assertThat(decision.next().state())
        .isEqualTo(new Resolved(ALERTS, at(7), Resolved.How.BY_ALERTS, Optional.empty()));
    assertThat(acknowledged.alerts().ended(false, ALERTS, at(7)).next()).isEqualTo(acknowledged);
  }

  @Test
  void alertsThatEndAfterAResolveByHandAreNoted() {
    Decision decision = resolved.alerts().ended(true, ALERTS, at(7));

    assertThat(decision.next()).isEqualTo(resolved);
    assertThat(kinds(decision)).containsExactly(Kind.ALERTS_RESOLVED);
  }

  @Test
  void aPagesAcknowledgementCountsByItsOwnInstant() {
    Decision decision = triggered.acknowledgePage(1, Branch.MAIN, ALICE, at(3), at(40));

    assertThat(decision.next().state()).isEqualTo(new Acknowledged(ALICE, at(3)));
  }

  @Test
  void anInstantOutsideTheRoundIsBroughtInside() {
    assertThat(triggered.acknowledgePage(1, Branch.MAIN, ALICE, at(99), at(40)).next().state())
        .isEqualTo(new Acknowledged(ALICE, at(40)));
    assertThat(triggered.acknowledgePage(1, Branch.MAIN, ALICE, at(-9), at(40)).next().state())
        .isEqualTo(new Acknowledged(ALICE, T0));
  }

  @Test
  void anAcknowledgementOfARoundThatIsOverIsRefusedWhileTheNewerOneWaits() {
    Lifecycle second = acknowledged.unacknowledge(ALICE, at(5), TIMES).next();

    Decision decision = second.acknowledgePage(1, Branch.MAIN, ALICE, at(4), at(6));

    assertThat(decision.reason()).isEqualTo(DecisionReason.ROUND_IS_OVER);
    assertThat(decision.reason().isRefusal()).isTrue();
    assertThat(decision.next()).isEqualTo(second);
  }

  @Test
  void anAcknowledgementOfARoundThatIsOverIsNotedOnceTheNewerOneIsAcknowledged() {
    Lifecycle second =
        acknowledged.unacknowledge(ALICE, at(5), TIMES).next().acknowledge(ALICE, at(6)).next();

    Decision decision = second.acknowledgePage(1, Branch.MAIN, ALICE, at(4), at(7));

    assertThat(decision.reason().isRefusal()).isFalse();
    assertThat(decision.next()).isEqualTo(second);
  }

  @Test
  void anotherBranchDoesNotAcknowledgeTheIncident() {
    Decision decision = triggered.acknowledgePage(1, new Branch("night"), ALICE, at(3), at(4));

    assertThat(decision.reason()).isEqualTo(DecisionReason.OTHER_BRANCH);
    assertThat(decision.next()).isEqualTo(triggered);
    assertThat(kinds(decision)).containsExactly(Kind.ACKNOWLEDGED);
  }

  @Test
  void aPageOfAResolvedIncidentIsAcceptedAndChangesNothing() {
    Decision decision = resolved.acknowledgePage(1, Branch.MAIN, ALICE, at(1), at(9));

    assertThat(decision.reason()).isEqualTo(DecisionReason.ALREADY_RESOLVED);
    assertThat(decision.next()).isEqualTo(resolved);
  }

  @Test
  void aRoundThatNeverWasIsRefused() {
    assertThat(triggered.acknowledgePage(2, Branch.MAIN, ALICE, at(1), at(9)).reason())
        .isEqualTo(DecisionReason.ROUND_IS_UNKNOWN);
  }

  @Test
  void theClockIsMetBeforeTheDueInstantAndBreachedAtIt() {
    Instant due = triggered.clock().due();

    assertThat(status(triggered, due.minusNanos(1000))).isEqualTo(Status.RUNNING);
    assertThat(status(triggered, due)).isEqualTo(Status.BREACHED);
    assertThat(status(triggered.acknowledge(ALICE, due.minusNanos(1000)).next(), at(999)))
        .isEqualTo(Status.MET);
    assertThat(status(triggered.acknowledge(ALICE, due).next(), at(999)))
        .isEqualTo(Status.BREACHED);
  }

  @Test
  void aBreachIsRecordedOnceWithTheInstantItWasDue() {
    Decision first = triggered.timed().acknowledgementDue(at(61));

    assertThat(first.entries())
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.kind()).isEqualTo(Kind.ACKNOWLEDGEMENT_BREACHED);
              assertThat(entry.at()).isEqualTo(at(60));
              assertThat(entry.text()).isEqualTo("nobody acknowledged by Sun 1 Mar 11:00 UTC");
              assertThat(entry.facts()).containsEntry("due", "2026-03-01T11:00:00Z");
            });
    assertUnchanged(first.next(), first.next().timed().acknowledgementDue(at(62)));
    assertUnchanged(triggered, triggered.timed().acknowledgementDue(at(59)));
    assertUnchanged(acknowledged, acknowledged.timed().acknowledgementDue(at(61)));
  }

  @Test
  void wordOfATimelyAcknowledgementThatComesLateCorrectsTheBreach() {
    Lifecycle breached = triggered.timed().acknowledgementDue(at(60)).next();

    Decision decision = breached.acknowledgePage(1, Branch.MAIN, ALICE, at(50), at(70));

    assertThat(kinds(decision)).containsExactly(Kind.ACKNOWLEDGED, Kind.ACKNOWLEDGEMENT_MET);
    assertThat(status(decision.next(), at(70))).isEqualTo(Status.MET);
  }

  @Test
  void theEarliestAcknowledgementCountsForTheClock() {
    Lifecycle late =
        triggered.timed().acknowledgementDue(at(60)).next().acknowledge(ALICE, at(65)).next();

    Decision decision = late.acknowledgePage(1, Branch.MAIN, ALICE, at(50), at(70));

    assertThat(status(decision.next(), at(70))).isEqualTo(Status.MET);
    assertThat(decision.next().state()).isEqualTo(late.state());
  }

  @Test
  void aWorseSeverityGivesItsOwnTimeButNeverMoreThanWasLeft() {
    Lifecycle early =
        triggered.edits().changeSeverity(P0, "data leaves", ALICE, at(10), TIMES).next();
    Lifecycle late =
        triggered.edits().changeSeverity(P0, "data leaves", ALICE, at(58), TIMES).next();

    assertThat(early.clock().due()).isEqualTo(at(15));
    assertThat(late.clock().due()).isEqualTo(at(60));
  }

  @Test
  void aMilderSeverityGivesItsTimeFromTheTrigger() {
    Decision decision = triggered.edits().changeSeverity(P3, "a test", ALICE, at(10), TIMES);

    assertThat(decision.next().clock().due()).isEqualTo(at(240));
    assertThat(decision.paging()).isEqualTo(Paging.UPDATE);
  }

  @Test
  void aCommentOfAPersonIsASignOfLifeAndOneOfAProgramIsNot() {
    assertThat(triggered.edits().comment("looking", ALICE, at(5)).next().anchors().lastUpdate())
        .isEqualTo(at(5));
    assertThat(triggered.edits().comment("disk 91%", ALERTS, at(5)).next()).isEqualTo(triggered);
  }

  @Test
  void thousandsOfNewAlertsAreOneShortEntry() {
    String[] names = new String[5000];
    Arrays.fill(names, "HighLoad");

    Decision decision =
        arrives(triggered, new AlertChanges(List.of(names), Optional.of(P2), Set.of()), 5);

    assertThat(decision.entries())
        .singleElement()
        .satisfies(entry -> assertThat(entry.text()).hasSizeLessThan(200).contains("4990 more"));
  }

  private static Lifecycle opened(Severity severity) {
    return Lifecycle.open(severity, Set.of(), "test", ALERTS, T0, TIMES).next();
  }

  private static AlertChanges news(String name, Severity severity) {
    return new AlertChanges(List.of(name), Optional.of(severity), Set.of());
  }

  private static Decision arrives(Lifecycle before, AlertChanges news, long minute) {
    return before.alerts().arrived(news, ALERTS, at(minute), TIMES);
  }

  private static Status status(Lifecycle lifecycle, Instant now) {
    return lifecycle.clock().status(now, Optional.empty());
  }

  private static Stream<Kind> kinds(Decision decision) {
    return decision.entries().stream().map(NewEntry::kind);
  }

  private static void assertUnchanged(Lifecycle before, Decision decision) {
    assertThat(decision.next()).isEqualTo(before);
    assertThat(decision.paging()).isEqualTo(Paging.NOTHING);
    assertThat(decision.entries()).isEmpty();
  }

  static Instant at(long minutes) {
    return T0.plus(Duration.ofMinutes(minutes));
  }
}
