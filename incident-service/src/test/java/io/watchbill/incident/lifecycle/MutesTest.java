package io.watchbill.incident.lifecycle;

import static io.watchbill.incident.lifecycle.LifecycleTest.ALERTS;
import static io.watchbill.incident.lifecycle.LifecycleTest.ALICE;
import static io.watchbill.incident.lifecycle.LifecycleTest.T0;
import static io.watchbill.incident.lifecycle.LifecycleTest.TIMES;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.incident.lifecycle.NewEntry.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Mutes, snoozes, assignments and acknowledgements that time out. */
class MutesTest {
  private static final Instant END = T0.plusSeconds(7200);
  private static final Instant LATER = T0.plusSeconds(60);
  private static final Duration HOUR = Duration.ofHours(1);

  private final Lifecycle triggered =
      Lifecycle.open(Severity.P2, Set.of(), "disk", ALERTS, T0, TIMES).next();
  private final Lifecycle acknowledged = triggered.acknowledge(ALICE, T0).next();

  private static Lifecycle muted(Lifecycle life) {
    return life.mutes().mute(END, "the disk is changed", ALICE, LATER).next();
  }

  @Test
  void aMuteHasAnEndAndAReasonAndMattersForPaging() {
    Decision decision = triggered.mutes().mute(END, "the disk is changed", ALICE, LATER);

    assertThat(decision.next().mute())
        .contains(new Mute(Mute.Kind.MUTE, END, "the disk is changed", ALICE));
    assertThat(decision.next().state()).isEqualTo(new Triggered());
    assertThat(decision.paging()).isEqualTo(Paging.UPDATE);
    assertThat(decision.entries()).extracting(NewEntry::kind).containsExactly(Kind.MUTED);
  }

  @Test
  void itsEntrySaysTheEndForPeopleAndExactlyAsAFact() {
    NewEntry entry =
        triggered.mutes().mute(END, "the disk is changed", ALICE, LATER).entries().getFirst();

    assertThat(entry.text()).isEqualTo("muted until Sun 1 Mar 12:00 UTC: the disk is changed");
    assertThat(entry.facts()).containsEntry("until", "2026-03-01T12:00:00Z");
  }

  @Test
  void theSameMuteTwiceIsOne() {
    Decision twice =
        muted(triggered).mutes().mute(END, "the disk is changed", ALICE, END.minusSeconds(1));

    assertThat(twice.next()).isEqualTo(muted(triggered));
    assertThat(twice.entries()).isEmpty();
  }

  @Test
  void theEndOfAMuteBeginsARound() {
    Decision over = muted(triggered).timed().muteDue(END, TIMES);

    assertThat(over.next().round()).isEqualTo(2);
    assertThat(over.next().mute()).isEmpty();
    assertThat(over.next().anchors().triggered()).isEqualTo(END);
    assertThat(over.paging()).isEqualTo(Paging.TRIGGER);
  }

  @Test
  void theEndOfAMuteLeavesAnAcknowledgementAlone() {
    Decision over = muted(acknowledged).timed().muteDue(END, TIMES);

    assertThat(over.next().state()).isEqualTo(acknowledged.state());
    assertThat(over.next().round()).isEqualTo(1);
    assertThat(over.next().mute()).isEmpty();
  }

  @Test
  void aMomentBeforeItsEndItIsNotOver() {
    assertThat(muted(triggered).timed().muteDue(END.minusNanos(1000), TIMES).next())
        .isEqualTo(muted(triggered));
  }

  @Test
  void aSnoozeAcknowledgesAndPagesAgainAtItsEnd() {
    Lifecycle snoozed = triggered.mutes().snooze(END, "after lunch", ALICE, LATER).next();

    Decision over = snoozed.timed().muteDue(END, TIMES);

    assertThat(snoozed.state()).isEqualTo(new Acknowledged(ALICE, LATER));
    assertThat(over.next().state()).isEqualTo(new Triggered());
    assertThat(over.next().round()).isEqualTo(2);
  }

  @Test
  void unmutingBeginsARoundAtOnce() {
    Decision ended = muted(triggered).mutes().unmute(ALICE, LATER.plusSeconds(1), TIMES);

    assertThat(ended.next().round()).isEqualTo(2);
    assertThat(ended.next().mute()).isEmpty();
  }

  @Test
  void unmutingWhatIsNotMutedChangesNothing() {
    assertThat(triggered.mutes().unmute(ALICE, LATER, TIMES).next()).isEqualTo(triggered);
  }

  @Test
  void whatIsResolvedCannotBeMuted() {
    Lifecycle resolved = triggered.resolve(ALICE, LATER, Optional.empty()).next();

    assertThat(resolved.mutes().mute(END, "x", ALICE, LATER).reason().isRefusal()).isTrue();
    assertThat(resolved.mutes().snooze(END, "x", ALICE, LATER).reason().isRefusal()).isTrue();
  }

  @Test
  void resolvingEndsTheMute() {
    assertThat(muted(triggered).resolve(ALICE, LATER, Optional.empty()).next().mute()).isEmpty();
  }

  @Test
  void aWorseAlertPagesInSpiteOfAMute() {
    AlertChanges worse = new AlertChanges(List.of("x"), Optional.of(Severity.P0), Set.of());

    Decision decision = muted(triggered).alerts().arrived(worse, ALERTS, LATER, TIMES);

    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.next().mute()).isEmpty();
    assertThat(decision.paging()).isEqualTo(Paging.TRIGGER);
  }

  @Test
  void aWorseSeverityPagesInSpiteOfAMute() {
    Decision decision =
        muted(triggered).edits().changeSeverity(Severity.P0, "data leaves", ALICE, LATER, TIMES);

    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.next().severity()).isEqualTo(Severity.P0);
    assertThat(decision.next().mute()).isEmpty();
  }

  @Test
  void aMilderSeverityStaysMuted() {
    Decision decision =
        muted(triggered).edits().changeSeverity(Severity.P3, "a test machine", ALICE, LATER, TIMES);

    assertThat(decision.next().round()).isEqualTo(1);
    assertThat(decision.next().mute()).isPresent();
  }

  @Test
  void anAssignmentBeginsARound() {
    Decision decision = acknowledged.assign("team database", "their disk", ALICE, LATER, TIMES);

    assertThat(decision.next().round()).isEqualTo(2);
    assertThat(decision.next().state()).isEqualTo(new Triggered());
    assertThat(decision.entries())
        .extracting(NewEntry::text)
        .containsExactly("assigned to team database: their disk");
  }

  @Test
  void whatIsResolvedIsReopenedBeforeItIsAssigned() {
    Lifecycle resolved = triggered.resolve(ALICE, LATER, Optional.empty()).next();

    assertThat(resolved.assign("team x", "y", ALICE, LATER, TIMES).reason().isRefusal()).isTrue();
  }

  @Test
  void anAcknowledgementOfWhichNothingIsHeardEndsAfterItsTime() {
    Decision over =
        acknowledged
            .timed()
            .acknowledgementTimedOut(
                acknowledged.timed().acknowledgementEnds(HOUR), T0.plus(HOUR), TIMES);

    assertThat(over.next().state()).isEqualTo(new Triggered());
    assertThat(over.next().round()).isEqualTo(2);
    assertThat(over.paging()).isEqualTo(Paging.TRIGGER);
  }

  @Test
  void aWordOfAPersonKeepsTheAcknowledgement() {
    Lifecycle heard =
        acknowledged.edits().comment("still on it", ALICE, T0.plusSeconds(1800)).next();

    assertThat(heard.timed().acknowledgementEnds(HOUR)).contains(T0.plusSeconds(5400));
    assertThat(
            heard
                .timed()
                .acknowledgementTimedOut(
                    heard.timed().acknowledgementEnds(HOUR), T0.plus(HOUR), TIMES)
                .next())
        .isEqualTo(heard);
  }

  @Test
  void aSnoozeIsNoSilence() {
    Lifecycle snoozed = triggered.mutes().snooze(END, "after lunch", ALICE, LATER).next();

    assertThat(snoozed.timed().acknowledgementEnds(HOUR)).isEmpty();
  }
}
