package io.watchbill.rotation.fairness;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Instant MONDAY = Instant.parse("2027-01-04T00:00:00Z");

  private static Span day(int number) {
    return new Span(
        MONDAY.plus(Duration.ofDays(number)), MONDAY.plus(Duration.ofDays(number + 1L)));
  }

  private static Planner.MovableShift turn(int day, String person) {
    return new Planner.MovableShift(day(day), person, Optional.of(person));
  }

  private static Map<String, Duration> hours(long a, long b) {
    return Map.of("a", Duration.ofHours(a), "b", Duration.ofHours(b));
  }

  private static List<Planner.Move> plan(
      Map<String, Duration> hours, Map<String, List<Span>> busy, List<Planner.MovableShift> turns) {
    return Planner.plan(new Planner.Situation(hours, Map.of(), busy, turns)).moves();
  }

  @Test
  void ofTwoShiftsTheOneOnAHolidayMoves() {
    Planner.Outcome outcome =
        Planner.plan(
            new Planner.Situation(
                hours(96, 24),
                Map.of("a", List.of(day(1))),
                Map.of(),
                List.of(turn(0, "a"), turn(1, "a"))));

    assertThat(outcome.moves())
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.turn().span()).isEqualTo(day(1));
              assertThat(move.reason())
                  .isEqualTo("evens out: a has 96 h, b has 24 h; holidays of a count twice");
            });
    assertThat(outcome.hours()).isEqualTo(hours(48, 48));
  }

  @Test
  void nobodyGetsAHolidayOfTheirsForAnEqualShare() {
    List<Planner.Move> moves =
        Planner.plan(
                new Planner.Situation(
                    hours(48, 12), Map.of("b", List.of(day(0))), Map.of(), List.of(turn(0, "a"))))
            .moves();

    assertThat(moves).isEmpty();
  }

  @Test
  void shiftsMoveFromWhoHasMostToWhoHasLeast() {
    List<Planner.Move> moves =
        plan(hours(96, 0), Map.of(), List.of(turn(0, "a"), turn(1, "a"), turn(2, "a")));

    assertThat(moves).hasSize(2).allSatisfy(move -> assertThat(move.person()).isEqualTo("b"));
    assertThat(moves.getFirst().reason()).isEqualTo("evens out: a has 96 h, b has 0 h");
  }

  @Test
  void aFairRotationStaysAsItIs() {
    assertThat(plan(hours(48, 24), Map.of(), List.of(turn(0, "a"), turn(1, "a")))).isEmpty();
  }

  @Test
  void absentPeopleAreRelievedFirst() {
    List<Planner.Move> moves =
        plan(hours(24, 24), Map.of("a", List.of(day(0))), List.of(turn(0, "a")));

    assertThat(moves)
        .singleElement()
        .satisfies(
            move -> {
              assertThat(move.person()).isEqualTo("b");
              assertThat(move.reason()).isEqualTo("a is absent or on call elsewhere");
            });
  }

  @Test
  void nobodyIsProposedWhoIsNotThereOrOnCallAlready() {
    assertThat(
            plan(
                hours(96, 0),
                Map.of("b", List.of(day(0))),
                List.of(turn(0, "a"), turn(1, "a"), turn(1, "b"))))
        .isEmpty();
  }
}
