package io.watchbill.bench.measure;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.WallClock;
import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.Work;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The final shifts of a year, from definition to shifts, as each request computes them: ten layers
 * in three zones, some in weekly hours or on worked days, with priorities; a role that follows;
 * twenty people; two hundred overrides in the year.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class YearOfShifts {
  private static final LocalDateTime START = LocalDateTime.parse("1976-01-05T09:00");
  private static final List<ZoneId> ZONES =
      Stream.of("Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo").map(ZoneId::of).toList();
  private static final int PEOPLE = 20;
  private static final int OVERRIDES = 200;

  /** How many years the rotation has been in force when the year begins. */
  @Param({"1", "10", "50"})
  public int age;

  private Rotation rotation;
  private Span year;

  /** Makes the definition and the year. */
  @Setup
  public void define() {
    Instant from = WallClock.instant(START.plusYears(age), ZONES.getFirst());
    year = new Span(from, WallClock.instant(START.plusYears(age + 1L), ZONES.getFirst()));
    List<Role> roles =
        List.of(
            new Role.Layered("primary", IntStream.range(0, 5).mapToObj(this::weekly).toList()),
            new Role.Layered("desk", IntStream.range(5, 8).mapToObj(this::daily).toList()),
            new Role.Layered(
                "lead",
                List.of(repeating("months", Cadence.Unit.MONTH, 1, 8), standing("always", 9))),
            new Role.Following("secondary", "primary", 1));
    rotation = new Rotation("r", List.of(new Version(1, Instant.MIN, roles)), overrides());
  }

  /** The measured calls. */
  @Benchmark
  public FinalShifts finalShifts() {
    return new RotationCalendar(rotation).shifts(year);
  }

  /** Follow the sun in windows of the week, with priorities. */
  private Layer weekly(int number) {
    ZoneId zone = ZONES.get(number % ZONES.size());
    List<WeeklyWindow> windows =
        Stream.of(DayOfWeek.values())
            .map(day -> new WeeklyWindow(at(day, 9), at(day, 17 + number % 3)))
            .toList();
    Work work =
        new Work(
            zone,
            LocalTime.of(9, 0),
            Set.of(DayOfWeek.values()),
            Optional.of(new Week(windows)),
            Holidays.NONE,
            Optional.empty(),
            Optional.empty());
    return new Layer(
        "sun-" + number,
        number,
        new Grid.Repeating(START, zone, new Cadence(1, Cadence.Unit.WEEK)),
        Instant.MAX,
        work,
        turns(number));
  }

  private Layer daily(int number) {
    return repeating("days-" + number, Cadence.Unit.DAY, 1 + number % 2, number);
  }

  private static Layer repeating(String name, Cadence.Unit unit, int every, int number) {
    return new Layer(
        name,
        new Grid.Repeating(START, ZONES.get(number % ZONES.size()), new Cadence(every, unit)),
        turns(number));
  }

  private static Layer standing(String name, int number) {
    return new Layer(name, new Grid.Standing(Instant.MIN), List.of(List.of(person(number))));
  }

  private static List<List<String>> turns(int first) {
    return IntStream.range(0, PEOPLE).mapToObj(i -> List.of(person(first + i))).toList();
  }

  private static String person(int number) {
    return "person-" + number % PEOPLE;
  }

  private static WeekTime at(DayOfWeek day, int hour) {
    return new WeekTime(day, LocalTime.of(hour, 0));
  }

  /** Half a day each, all over the year, in every role; some relieve one person, some anybody. */
  private List<Replacement> overrides() {
    List<String> roles = List.of("primary", "desk", "secondary");
    Duration apart = Duration.between(year.start(), year.end()).dividedBy(OVERRIDES);
    return IntStream.range(0, OVERRIDES)
        .mapToObj(
            i -> {
              Instant from = year.start().plus(apart.multipliedBy(i));
              return new Replacement(
                  "override-" + i,
                  roles.get(i % roles.size()),
                  new Span(from, from.plus(Duration.ofHours(12))),
                  i % 2 == 0 ? Optional.empty() : Optional.of(person(i)),
                  Optional.of(person(i + 7)),
                  "");
            })
        .toList();
  }
}
