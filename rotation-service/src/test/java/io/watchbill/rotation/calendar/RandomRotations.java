package io.watchbill.rotation.calendar;

import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Pause;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.CountedDays;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.WallClock;
import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.Work;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Generates random definitions around a DST change, the same for the same seed. */
public final class RandomRotations {

  private static final List<String> PEOPLE = List.of("a", "b", "c", "d", "e", "f");

  /** A time zone and a day near its DST change. */
  private enum Change {
    LORD_HOWE_AUTUMN("Australia/Lord_Howe", "2021-04-04"),
    LORD_HOWE_SPRING("Australia/Lord_Howe", "2021-10-03"),
    CHATHAM_AUTUMN("Pacific/Chatham", "2026-04-05"),
    CHATHAM_SPRING("Pacific/Chatham", "2026-09-27"),
    APIA_DAY_LEFT_OUT("Pacific/Apia", "2011-12-30"),
    APIA_AUTUMN("Pacific/Apia", "2012-04-01"),
    CASABLANCA_BEFORE_RAMADAN("Africa/Casablanca", "2026-02-15"),
    CASABLANCA_AFTER_RAMADAN("Africa/Casablanca", "2026-03-22"),
    TROLL_SPRING("Antarctica/Troll", "2026-03-29"),
    TROLL_AUTUMN("Antarctica/Troll", "2026-10-25"),
    NEW_YORK_SPRING("America/New_York", "2026-03-08"),
    NEW_YORK_AUTUMN("America/New_York", "2026-11-01"),
    LOS_ANGELES_SPRING("America/Los_Angeles", "2026-03-08"),
    LOS_ANGELES_AUTUMN("America/Los_Angeles", "2026-11-01"),
    UTC("UTC", "2026-06-01");

    private final ZoneId zone;
    private final LocalDateTime day;

    Change(String zone, String day) {
      this.zone = ZoneId.of(zone);
      this.day = LocalDateTime.parse(day + "T00:00");
    }
  }

  private final Random random;
  private final Change change;

  /** Whether most things happen exactly at a hand-over, at midnight or at a DST change. */
  private final boolean onEdges;

  private final List<Grid> grids = new ArrayList<>();

  private RandomRotations(long seed, boolean onEdges) {
    this.onEdges = onEdges;
    random = new Random(seed);
    change = Change.values()[(int) Math.floorMod(seed, (long) Change.values().length)];
  }

  /**
   * Generates a rotation of a few versions and overrides, and a range of some days around the
   * change.
   */
  public record Case(Rotation rotation, Span range) {}

  public static Case of(long seed) {
    return of(new RandomRotations(seed, false));
  }

  /** Generates one in which most changes take effect exactly at an edge. */
  public static Case onEdges(long seed) {
    return of(new RandomRotations(seed, true));
  }

  private static Case of(RandomRotations randoms) {
    Instant middle = WallClock.instant(randoms.change.day, randoms.change.zone);
    Span range = new Span(middle.minus(2, ChronoUnit.DAYS), middle.plus(4, ChronoUnit.DAYS));
    return new Case(
        new Rotation(
            "r", randoms.versions(range), randoms.replacements(range), randoms.additions(range)),
        range);
  }

  /**
   * Returns the same rotation after one person is added to or removed from a list of turns at once.
   */
  static Rotation withChangedPool(Rotation rotation, long seed, Instant from) {
    Random random = new Random(seed);
    Version inForce =
        InForce.of(rotation.versions()).stream()
            .filter(v -> v.span().contains(from))
            .findFirst()
            .orElseThrow()
            .version();
    List<Role> roles =
        inForce.roles().stream()
            .map(
                role ->
                    role instanceof Role.Layered l
                        ? changed(l, !inForce.pauses().isEmpty(), random)
                        : role)
            .toList();
    List<Version> versions = new ArrayList<>(rotation.versions());
    versions.add(
        new Version(
            versions.size() + 1,
            from,
            inForce.zone(),
            roles,
            inForce.pauses(),
            inForce.hours(),
            inForce.keepsHours()));
    return new Rotation(rotation.id(), versions, rotation.replacements(), rotation.additions());
  }

  /**
   * @param adding whether somebody must be added: where people pause, nobody may be left
   */
  private static Role changed(Role.Layered role, boolean adding, Random random) {
    return new Role.Layered(
        role.name(),
        role.layers().stream()
            .map(layer -> layer.isStanding() ? layer : changed(layer, adding, random))
            .toList());
  }

  private static Layer changed(Layer layer, boolean adding, Random random) {
    List<List<String>> turns = new ArrayList<>(layer.turns());
    if (adding || random.nextBoolean() || turns.size() == 1) {
      turns.add(random.nextInt(turns.size() + 1), List.of("new"));
    } else {
      turns.remove(random.nextInt(turns.size()));
    }
    return new Layer(
        layer.name(), layer.priority(), layer.grid(), layer.end(), layer.work(), turns);
  }

  private List<Version> versions(Span range) {
    List<Version> versions = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int number = 1; number <= count; number++) {
      Optional<WorkingWeek> hours =
          random.nextInt(6) == 0 ? Optional.of(hours()) : Optional.empty();
      versions.add(
          new Version(
              number,
              number == 1 ? Instant.MIN : minute(range),
              change.zone,
              roles(hours),
              random.nextInt(3) == 0 ? pauses() : List.of(),
              hours,
              hours.isPresent()));
    }
    return versions;
  }

  private WorkingWeek hours() {
    ZoneId zone = random.nextBoolean() ? change.zone : ZoneId.of("Europe/Berlin");
    return new WorkingWeek(zone, week(), holidays());
  }

  private List<Pause> pauses() {
    return IntStream.rangeClosed(1, 1 + random.nextInt(3))
        .mapToObj(
            i -> {
              LocalDate from = change.day.toLocalDate().plusDays(random.nextInt(8) - 4);
              return new Pause(
                  person(),
                  random.nextInt(3) == 0 ? Optional.empty() : Optional.of(from),
                  random.nextInt(3) == 0
                      ? Optional.empty()
                      : Optional.of(from.plusDays(1 + random.nextInt(4))));
            })
        .toList();
  }

  /** Windows on quarters of an hour, some across the end of the week, some across the change. */
  private Week week() {
    return new Week(
        IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(i -> window()).toList());
  }

  private WeeklyWindow window() {
    WeekTime from = weekTime();
    WeekTime to = weekTime();
    return from.equals(to) ? window() : new WeeklyWindow(from, to);
  }

  private WeekTime weekTime() {
    return new WeekTime(
        DayOfWeek.of(1 + random.nextInt(7)),
        LocalTime.of(random.nextInt(24), random.nextInt(4) * 15));
  }

  private Holidays holidays() {
    return Holidays.of(
        IntStream.range(0, random.nextInt(3))
            .mapToObj(i -> change.day.toLocalDate().plusDays(random.nextInt(8) - 3))
            .toList());
  }

  /** Some layers are always at work, others at some times only. */
  private Layer limited(Layer layer, Optional<WorkingWeek> hours) {
    Grid grid = layer.grid();
    LocalTime dayStart = LocalTime.of(random.nextInt(24), random.nextInt(4) * 15);
    Set<DayOfWeek> on = Set.of(DayOfWeek.values());
    Instant end = Instant.MAX;
    if (grid instanceof Grid.Repeating repeating) {
      dayStart = repeating.first().toLocalTime();
      if (random.nextInt(4) == 0) {
        on = days();
        grid =
            random.nextBoolean()
                ? new Grid.WorkedDays(
                    repeating.first(), change.zone, 1 + random.nextInt(3), CountedDays.of(on))
                : grid;
      }
      if (random.nextInt(6) == 0) {
        end = repeating.start().plus(7 + random.nextInt(4), ChronoUnit.DAYS);
        end = onEdges ? grid.endOf(grid.turnAt(end)) : end;
      }
    }
    Work work =
        new Work(
            change.zone,
            dayStart,
            on,
            random.nextInt(4) == 0 ? Optional.of(week()) : Optional.empty(),
            random.nextInt(5) == 0 ? holidays() : Holidays.NONE,
            random.nextInt(8) == 0 ? Optional.of(holidays()) : Optional.empty(),
            hours);
    return new Layer(layer.name(), random.nextInt(3) / 2, grid, end, work, layer.turns());
  }

  private Set<DayOfWeek> days() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int i = 0; i <= random.nextInt(5); i++) {
      days.add(DayOfWeek.of(1 + random.nextInt(7)));
    }
    return days;
  }

  private List<Role> roles(Optional<WorkingWeek> hours) {
    List<Role> roles = new ArrayList<>();
    roles.add(
        new Role.Layered(
            "primary", layers().stream().map(layer -> limited(layer, hours)).toList()));
    if (random.nextInt(4) > 0) {
      roles.add(new Role.Following("secondary", "primary", 1 + random.nextInt(3)));
      if (random.nextBoolean()) {
        roles.add(new Role.Following("third", "secondary", 1));
      }
    }
    return roles;
  }

  private List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    layers.add(layer("main"));
    if (random.nextInt(3) == 0) {
      layers.add(
          random.nextBoolean()
              ? new Layer("beside", new Grid.Standing(Instant.MIN), turns(1))
              : layer("beside"));
    }
    return layers;
  }

  private Layer layer(String name) {
    Cadence.Unit unit = Cadence.Unit.values()[random.nextInt(4)];
    int every = unit == Cadence.Unit.HOUR ? 1 + random.nextInt(30) : 1 + random.nextInt(3);
    LocalDateTime start =
        change
            .day
            .plusDays(random.nextInt(9) - 6)
            .plusHours(random.nextInt(24))
            .plusMinutes(random.nextInt(4) * 15L);
    Grid grid = new Grid.Repeating(start, change.zone, new Cadence(every, unit));
    if (onEdges && random.nextInt(4) == 0) {
      grid =
          new Grid.Repeating(
              change.day.minusDays(3), change.zone, new Cadence(every, Cadence.Unit.DAY));
    } else if (onEdges && !grids.isEmpty() && random.nextBoolean()) {
      grid = grids.get(random.nextInt(grids.size()));
    }
    grids.add(grid);
    return new Layer(name, grid, turns(1 + random.nextInt(5)));
  }

  private List<List<String>> turns(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> random.nextInt(6) == 0 ? List.of(person(), "g") : List.of(person()))
        .toList();
  }

  private List<Replacement> replacements(Span range) {
    List<Replacement> replacements = new ArrayList<>();
    int count = random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Instant start = minute(range);
      replacements.add(
          new Replacement(
              "o" + i,
              List.of("primary", "secondary", "third").get(random.nextInt(3)),
              new Span(start, start.plus(Duration.ofMinutes(1 + random.nextInt(3000)))),
              random.nextInt(3) == 0 ? Optional.empty() : Optional.of(person()),
              random.nextInt(4) == 0 ? Optional.empty() : Optional.of(person()),
              ""));
    }
    return replacements;
  }

  private List<Addition> additions(Span range) {
    return IntStream.range(0, random.nextInt(3))
        .mapToObj(
            i -> {
              Instant start = minute(range);
              return new Addition(
                  "a" + i,
                  List.of("primary", "secondary", "third").get(random.nextInt(3)),
                  new Span(start, start.plus(Duration.ofMinutes(1 + random.nextInt(3000)))),
                  person(),
                  "");
            })
        .toList();
  }

  private String person() {
    return PEOPLE.get(random.nextInt(PEOPLE.size()));
  }

  private Instant edge(Instant near) {
    if (grids.isEmpty() || random.nextInt(5) == 0) {
      LocalDateTime clock = LocalDateTime.ofInstant(near, change.zone);
      return WallClock.instant(clock.truncatedTo(ChronoUnit.DAYS), change.zone);
    }
    Grid grid = grids.get(random.nextInt(grids.size()));
    return grid.start().isAfter(near) ? grid.start() : grid.startOf(grid.turnAt(near));
  }

  private Instant minute(Span range) {
    Instant some = anyMinute(range);
    return onEdges && random.nextInt(4) > 0 ? edge(some) : some;
  }

  private Instant anyMinute(Span range) {
    long minutes = Duration.between(range.start(), range.end()).toMinutes();
    return range.start().plus(Duration.ofMinutes(random.nextInt((int) minutes)));
  }
}
