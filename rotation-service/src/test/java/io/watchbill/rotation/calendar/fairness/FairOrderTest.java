package io.watchbill.rotation.calendar.fairness;

import static io.watchbill.rotation.calendar.Calendars.at;
import static io.watchbill.rotation.calendar.Calendars.first;
import static io.watchbill.rotation.calendar.Calendars.following;
import static io.watchbill.rotation.calendar.Calendars.layer;
import static io.watchbill.rotation.calendar.Calendars.role;
import static io.watchbill.rotation.calendar.Calendars.span;
import static io.watchbill.rotation.calendar.Calendars.version;
import static io.watchbill.rotation.calendar.Calendars.weekly;
import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.RandomRotations;
import io.watchbill.rotation.calendar.RandomRotations.Case;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.testkit.law.Choices;
import io.watchbill.testkit.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FairOrderTest {
  private static final Circumstances NOBODY_AWAY = new Circumstances(Map.of(), Map.of());
  private static final Span TWELVE_WEEKS = span("2027-01-04T09:00Z", "2027-03-29T09:00Z");
  private static final Instant FOURTH_WEEK = at("2027-01-25T09:00Z");

  private static Role weeklyTurns(String turns) {
    return role("primary", layer("weekly", weekly("2027-01-04T09:00", ZoneOffset.UTC), turns));
  }

  private static Optional<FairOrder.Proposal> order(Circumstances people, Version... versions) {
    return FairOrder.of(
        new Rotation("r", List.of(versions), List.of()),
        "primary",
        FOURTH_WEEK,
        TWELVE_WEEKS,
        people);
  }

  @Test
  void aPersonWithTwoOfThreeTurnsLosesOne() {
    FairOrder.Proposal proposal = order(NOBODY_AWAY, first(weeklyTurns("a a b"))).orElseThrow();

    assertThat(proposal.changes())
        .containsExactly(new FairOrder.Change("weekly", List.of(List.of("a"), List.of("b"))));
    assertThat(proposal.before())
        .isEqualTo(Map.of("a", Duration.ofDays(56), "b", Duration.ofDays(28)));
    assertThat(proposal.after().get("b")).isGreaterThan(Duration.ofDays(28));
  }

  @Test
  void aPersonAwayInTheirTurnSwapsPlaces() {
    Circumstances bIsAway =
        new Circumstances(
            Map.of(), Map.of("b", List.of(span("2027-02-01T09:00Z", "2027-02-08T09:00Z"))));

    FairOrder.Proposal proposal = order(bIsAway, first(weeklyTurns("a b c"))).orElseThrow();

    assertThat(proposal.hinderedBefore()).isEqualTo(Duration.ofDays(7));
    assertThat(proposal.hinderedAfter()).isZero();
    assertThat(FairOrder.unfairness(proposal.after().values()))
        .isLessThanOrEqualTo(FairOrder.unfairness(proposal.before().values()));
  }

  @Test
  void aHolidayCountsTwice() {
    Circumstances people =
        new Circumstances(
            Map.of("a", List.of(span("2027-02-01T00:00Z", "2027-02-02T00:00Z"))), Map.of());

    Duration weight = people.weight("a", List.of(span("2027-02-01T12:00Z", "2027-02-02T12:00Z")));

    assertThat(weight).isEqualTo(Duration.ofHours(36));
  }

  @Test
  void aFairRotationStaysAsItIs() {
    assertThat(order(NOBODY_AWAY, first(weeklyTurns("a b c")))).isEmpty();
  }

  @Test
  void whileAVersionIsAheadThereIsNoProposal() {
    assertThat(
            order(
                NOBODY_AWAY,
                first(weeklyTurns("a a b")),
                version(2, "2027-02-22T09:00Z", weeklyTurns("a b"))))
        .isEmpty();
  }

  @Test
  void followersHaveNoOrderOfTheirOwn() {
    Rotation rotation =
        new Rotation(
            "r",
            List.of(first(weeklyTurns("a a b"), following("secondary", "primary", 1))),
            List.of());

    assertThat(FairOrder.of(rotation, "secondary", FOURTH_WEEK, TWELVE_WEEKS, NOBODY_AWAY))
        .isEmpty();
  }

  /**
   * Returns a rotation with one version, as a proposal needs it, with the overrides of the random
   * rotation.
   */
  private static Rotation ofOneVersion(Rotation random) {
    return new Rotation(
        random.id(),
        List.of(random.versions().getFirst()),
        random.replacements(),
        random.additions());
  }

  @Law(cases = 300)
  void aProposalEvensOutAndTouchesNothingBeforeItHolds(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    int percent = any.show("percent", any.between(1, 90));
    int awayFrom = any.show("awayFrom", any.between(0, 90));
    Case example = RandomRotations.of(seed);
    Rotation rotation = ofOneVersion(example.rotation());
    Span range = example.range();
    Duration part = Duration.between(range.start(), range.end()).dividedBy(100);
    Instant from = range.start().plus(part.multipliedBy(percent));
    Instant away = range.start().plus(part.multipliedBy(awayFrom));
    Circumstances people =
        new Circumstances(
            Map.of(), Map.of("a", List.of(new Span(away, away.plus(Duration.ofDays(1))))));

    Optional<FairOrder.Proposal> found = FairOrder.of(rotation, "primary", from, range, people);

    found.ifPresent(
        proposal -> {
          assertThat(FairOrder.unfairness(proposal.after().values()))
              .isLessThanOrEqualTo(FairOrder.unfairness(proposal.before().values()));
          assertThat(proposal.hinderedAfter()).isLessThanOrEqualTo(proposal.hinderedBefore());
          Rotation accepted =
              new Rotation(
                  rotation.id(),
                  List.of(rotation.versions().getFirst(), proposal.version()),
                  rotation.replacements(),
                  rotation.additions());
          Span past = new Span(range.start(), from);
          assertThat(new RotationCalendar(accepted).shifts(past))
              .isEqualTo(new RotationCalendar(rotation).shifts(past));
        });
  }
}
