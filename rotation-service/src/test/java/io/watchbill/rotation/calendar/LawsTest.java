package io.watchbill.rotation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.RandomRotations.Case;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Gap;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.shift.ShiftId;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.testkit.law.Choices;
import io.watchbill.testkit.law.Law;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Properties of every rotation. */
class LawsTest {

  private static Instant instant(Span range, int percent) {
    Duration length = Duration.between(range.start(), range.end());
    return range.start().plus(length.multipliedBy(percent).dividedBy(100));
  }

  private static Optional<Shift> joined(Shift one, Shift other) {
    boolean together =
        one.id().equals(other.id())
            && one.people().equals(other.people())
            && one.span().end().equals(other.span().start());
    return together
        ? Optional.of(
            new Shift(
                one.id(),
                one.people(),
                new Span(one.span().start(), other.span().end()),
                one.reason()))
        : Optional.empty();
  }

  /** Returns the layer of a shift; each added person is a layer of their own. */
  private static String place(Shift shift) {
    return shift.id().layer().equals(ShiftId.ADDED) ? shift.id().toString() : shift.id().layer();
  }

  /** Returns the shifts of both ranges, with the parts that the cut separated joined again. */
  private static Set<Shift> joined(List<Shift> parts) {
    List<Shift> result = new ArrayList<>();
    for (Shift shift : parts) {
      Optional<Shift> before =
          result.stream().filter(earlier -> joined(earlier, shift).isPresent()).findFirst();
      before.ifPresent(result::remove);
      result.add(before.flatMap(earlier -> joined(earlier, shift)).orElse(shift));
    }
    return new HashSet<>(result);
  }

  @Law(cases = 300)
  void theShiftsOfARangeAreTheShiftsOfItsParts(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    int percent = any.show("percent", any.between(1, 99));
    Case example = RandomRotations.of(seed);
    RotationCalendar calendar = new RotationCalendar(example.rotation());
    Instant cut = instant(example.range(), percent);

    List<Shift> parts =
        Stream.of(new Span(example.range().start(), cut), new Span(cut, example.range().end()))
            .flatMap(part -> calendar.shifts(part).shifts().stream())
            .toList();

    assertThat(joined(parts)).isEqualTo(Set.copyOf(calendar.shifts(example.range()).shifts()));
  }

  /**
   * A turn that would begin with a version has not begun: the version might as well take effect
   * earlier.
   */
  @Law(cases = 300)
  void aChangeExactlyAtAHandoverDealsTheSameAsOneJustBefore(Choices any) {
    int handover = any.show("handover", any.between(1, 30));
    int before = any.show("before", any.between(1, 6));
    int after = any.show("after", any.between(1, 6));
    java.util.Random random = any.random();
    Grid grid =
        new Grid.Repeating(
            java.time.LocalDateTime.parse("2026-03-20T02:30"),
            java.time.ZoneId.of("Europe/Berlin"),
            new Cadence(12, Cadence.Unit.HOUR));
    Version first = listed(1, Instant.MIN, grid, before, random);
    Instant at = grid.startOf(handover);
    Version second = listed(2, at, grid, after, random);
    Version earlier = new Version(2, at.minusSeconds(1), second.roles());
    Span rest = new Span(at, at.plus(Duration.ofDays(10)));

    List<Shift> shifts = calendar(first, second).shifts(rest).shifts();

    assertThat(shifts)
        .extracting(Shift::role, Shift::people, Shift::span)
        .isEqualTo(
            calendar(first, earlier).shifts(rest).shifts().stream()
                .map(s -> org.assertj.core.groups.Tuple.tuple(s.role(), s.people(), s.span()))
                .toList());
  }

  private static RotationCalendar calendar(Version... versions) {
    return new RotationCalendar(new Rotation("r", List.of(versions), List.of(), List.of()));
  }

  private static Version listed(
      int number, Instant from, Grid grid, int people, java.util.Random random) {
    List<List<String>> turns =
        Stream.generate(() -> List.of("p" + random.nextInt(8))).limit(people).toList();
    return new Version(
        number,
        from,
        List.of(
            new Role.Layered("primary", List.of(new Layer("l", grid, turns))),
            new Role.Following("secondary", "primary", 1)));
  }

  @Law(cases = 300)
  void withinARoleAndLayerNoTwoShiftsOverlap(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    Case example = RandomRotations.of(seed);

    List<Shift> shifts = new RotationCalendar(example.rotation()).shifts(example.range()).shifts();

    for (Shift shift : shifts) {
      assertThat(shifts)
          .filteredOn(
              other ->
                  other != shift
                      && other.role().equals(shift.role())
                      && place(other).equals(place(shift)))
          .noneMatch(other -> other.span().overlaps(shift.span()));
    }
  }

  @Law(cases = 300)
  void everyInstantOfARoleIsAShiftOrAGapAndNeverBoth(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    Case example = RandomRotations.of(seed);
    RotationCalendar calendar = new RotationCalendar(example.rotation());

    FinalShifts primary = calendar.shifts(example.range(), "primary");

    List<Span> gaps = primary.gaps().stream().map(Gap::span).toList();
    assertThat(primary.shifts())
        .noneMatch(shift -> gaps.stream().anyMatch(gap -> gap.overlaps(shift.span())));
    Instant reached = example.range().start();
    List<Span> all =
        Stream.concat(gaps.stream(), primary.shifts().stream().map(Shift::span))
            .sorted(Comparator.comparing(Span::start))
            .toList();
    for (Span span : all) {
      assertThat(span.start()).isBeforeOrEqualTo(reached);
      reached = Span.later(reached, span.end());
    }
    assertThat(reached).isEqualTo(example.range().end());
  }

  @Law(cases = 300)
  void theSameDefinitionGivesTheSameShiftsWithTheSameNames(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    Case one = RandomRotations.of(seed);
    Case other = RandomRotations.of(seed);

    assertThat(new RotationCalendar(one.rotation()).shifts(one.range()))
        .isEqualTo(new RotationCalendar(other.rotation()).shifts(other.range()));
  }

  @Law(cases = 300)
  void noTwoShiftsThatBeginAtOnceHaveTheSameName(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    Case example = RandomRotations.of(seed);

    List<Shift> shifts = new RotationCalendar(example.rotation()).shifts(example.range()).shifts();

    assertThat(shifts)
        .extracting(s -> s.id() + " from " + s.span().start())
        .doesNotHaveDuplicates();
  }

  @Law(cases = 300)
  void addingOrRemovingAPersonNeverChangesWhoIsOnCallNow(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    int percent = any.show("percent", any.between(0, 99));
    Case example = RandomRotations.of(seed);
    // Where all pause, an added person begins at once: the oracle considers pauses.
    any.assume(example.rotation().versions().stream().allMatch(v -> v.pauses().isEmpty()));
    Instant now = instant(example.range(), percent);
    RotationCalendar before = new RotationCalendar(example.rotation());

    RotationCalendar after =
        new RotationCalendar(RandomRotations.withChangedPool(example.rotation(), seed, now));

    for (String role : List.of("primary", "secondary", "third")) {
      assertThat(Calendars.peopleOn(after, role, now))
          .as("%s at %s", role, now)
          .isEqualTo(Calendars.peopleOn(before, role, now));
    }
  }

  @Law(cases = 300)
  void aNewVersionNeverChangesThePast(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    int percent = any.show("percent", any.between(1, 99));
    Case example = RandomRotations.of(seed);
    Span past = new Span(example.range().start(), instant(example.range(), percent));
    RotationCalendar before = new RotationCalendar(example.rotation());

    RotationCalendar after =
        new RotationCalendar(RandomRotations.withChangedPool(example.rotation(), seed, past.end()));

    assertThat(after.shifts(past)).isEqualTo(before.shifts(past));
  }

  @Law(cases = 300)
  void followersAreNeverOnCallTwice(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    Case example = RandomRotations.of(seed);
    RotationCalendar calendar = new RotationCalendar(example.rotation());

    List<Shift> primary = calendar.shifts(example.range(), "primary").shifts();

    InForce.of(example.rotation().versions()).stream()
        .filter(v -> v.version().role("secondary").isPresent())
        .flatMap(v -> v.span().within(example.range()).stream())
        .flatMap(span -> calendar.shifts(span, "secondary").shifts().stream())
        .forEach(
            secondary ->
                assertThat(primary)
                    .filteredOn(shift -> shift.span().overlaps(secondary.span()))
                    .allSatisfy(
                        shift ->
                            assertThat(shift.people())
                                .doesNotContainAnyElementsOf(secondary.people())));
  }

  @Law(cases = 300)
  void onCallAtAnInstantAgreesWithTheShiftsUntilTheyEnd(Choices any) {
    long seed = any.show("seed", any.between(0, 1_000_000));
    int percent = any.show("percent", any.between(0, 99));
    Case example = RandomRotations.of(seed);
    RotationCalendar calendar = new RotationCalendar(example.rotation());
    Span rest = new Span(instant(example.range(), percent), example.range().end());

    List<Shift> onCall = calendar.onCall(rest.start());

    List<Shift> shifts =
        calendar.shifts(rest).shifts().stream()
            .filter(shift -> shift.span().start().equals(rest.start()))
            .toList();
    assertThat(onCall)
        .map(
            shift ->
                new Shift(
                    shift.id(),
                    shift.people(),
                    shift.span().within(rest).orElseThrow(),
                    shift.reason()))
        .containsExactlyInAnyOrderElementsOf(shifts);
  }
}
