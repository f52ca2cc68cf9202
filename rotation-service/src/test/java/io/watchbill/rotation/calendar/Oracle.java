package io.watchbill.rotation.calendar;

import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.calendar.work.Work;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Calculates who is on call in a slow way: walks the wall clock minute by minute, moves on in the
 * list at each hand-over, and applies the overrides. It shares no code with the calendar except the
 * definition records.
 */
final class Oracle {

  /** A layer being walked: its current turn, and the place in the list. */
  private static final class Walk {
    private final Layer layer;
    private LocalDateTime next;
    private long turn = -1;
    private long finger;
    private List<String> finishing = List.of();

    /** The state a minute ago. */
    private long turnBefore = -1;

    private long fingerBefore;
    private List<String> finishingBefore = List.of();

    Walk(Layer layer) {
      this.layer = layer;
    }

    boolean begun() {
      return turn >= 0;
    }

    void look(Map<ZoneId, LocalDateTime> clocks) {
      turnBefore = turn;
      fingerBefore = finger;
      finishingBefore = finishing;
      switch (layer.grid()) {
        case Grid.Standing standing -> turn = 0;
        case Grid.Repeating grid -> count(clocks.get(grid.zone()), n -> boundary(grid, n));
        case Grid.WorkedDays grid -> count(clocks.get(grid.zone()), n -> boundary(grid, n));
      }
    }

    private void count(LocalDateTime clock, LongFunction<LocalDateTime> boundary) {
      if (next == null) {
        next = boundary.apply(0);
      }
      while (!next.isAfter(clock)) {
        turn++;
        next = boundary.apply(turn + 1);
        if (turn > 0) {
          finger++;
        }
        finishing = List.of();
      }
    }

    private static LocalDateTime boundary(Grid.WorkedDays grid, long n) {
      LocalDateTime day = grid.first();
      long left = n * grid.every();
      while (left > 0 || !grid.days().days().contains(day.getDayOfWeek())) {
        left -= grid.days().days().contains(day.getDayOfWeek()) ? 1 : 0;
        day = day.plusDays(1);
      }
      return day;
    }

    private static LocalDateTime boundary(Grid.Repeating grid, long n) {
      long steps = n * grid.cadence().every();
      return switch (grid.cadence().unit()) {
        case HOUR -> grid.first().plusHours(steps);
        case DAY -> grid.first().plusDays(steps);
        case WEEK -> grid.first().plusWeeks(steps);
        case MONTH -> grid.first().plusMonths(steps);
      };
    }

    List<String> listed(long ahead) {
      return layer.turns().get((int) Math.floorMod(finger + ahead, (long) layer.turns().size()));
    }

    List<String> onCall() {
      return finishing.isEmpty() ? listed(0) : finishing;
    }

    boolean begunBefore() {
      return turnBefore >= 0;
    }

    /** Returns how many turns began within the last minute, some of them empty. */
    long begins() {
      return turn - turnBefore;
    }

    List<String> onCallBefore() {
      return finishingBefore.isEmpty() ? listedAt(fingerBefore) : finishingBefore;
    }

    List<String> listedAt(long place) {
      return layer.turns().get((int) Math.floorMod(place, (long) layer.turns().size()));
    }
  }

  private final Rotation rotation;

  /** The latest time that each wall clock has shown: one that is put back does not count. */
  private final Map<ZoneId, LocalDateTime> clocks = new HashMap<>();

  /** The same a minute ago. */
  private final Map<ZoneId, LocalDateTime> clocksBefore = new HashMap<>();

  /** Returns the clocks that a version or its working time uses. */
  private final Set<ZoneId> zones = new LinkedHashSet<>();

  /** Versions while certain people pause, with numbers of their own. */
  private final Map<List<Object>, Era> eras = new HashMap<>();

  /**
   * Returns the eras of the dates that all clocks show: within them nobody begins or stops pausing.
   */
  private final Map<Integer, Era> erasToday = new HashMap<>();

  private final Map<ZoneId, LocalDate> today = new HashMap<>();

  /** Whether the wall clock is in a window changes every 15 minutes at most. */
  private final Map<Week, Held> held = new HashMap<>();

  private final TreeMap<Instant, Version> versions = new TreeMap<>();

  /** Walks all layers of all versions from the beginning, at work or not. */
  private final Map<Integer, Map<String, Walk>> walks = new HashMap<>();

  /**
   * Returns the definition by which a role follows a layer that continues until the start of the
   * next.
   */
  private final Map<String, Map<String, Version>> rules = new HashMap<>();

  private record Era(Version version, List<Layer> layers) {}

  private record Held(LocalDateTime quarter, boolean holds) {}

  private Oracle(Rotation rotation) {
    this.rotation = rotation;
    for (Version version : rotation.versions()) {
      for (Layer layer : layers(version)) {
        zones.add(layer.work().zone());
        layer.work().hours().map(WorkingWeek::zone).ifPresent(zones::add);
      }
    }
    rotation.versions().stream()
        .sorted(Comparator.comparing(Version::number))
        .forEach(version -> versions.put(version.effectiveFrom(), version));
  }

  /** Returns the people of role "primary" and its followers at each minute of the range. */
  static Map<Instant, Map<String, Set<String>>> walk(Rotation rotation, Span range) {
    return new Oracle(rotation).walk(range);
  }

  private Map<Instant, Map<String, Set<String>>> walk(Span range) {
    Map<Instant, Map<String, Set<String>>> seen = new LinkedHashMap<>();
    Map<String, Walk> atWork = new LinkedHashMap<>();
    Map<String, Walk> waiting = new LinkedHashMap<>();
    Map<String, Map<String, List<List<String>>>> finishing = new HashMap<>();
    Version inForce = null;
    Instant start = range.start().minus(Duration.ofDays(20));
    for (Instant now = start; now.isBefore(range.end()); now = now.plusSeconds(60)) {
      readClocks(now);
      Version newest = era(versions.floorEntry(now).getValue());
      for (Era era : eras.values()) {
        for (Layer layer : era.layers()) {
          Walk walk =
              walks
                  .computeIfAbsent(era.version().number(), n -> new LinkedHashMap<>())
                  .computeIfAbsent(layer.name(), n -> walked(layer));
          long before = walk.turn;
          walk.look(clocks);
          if (before != walk.turn && atWork.get(layer.name()) == walk) {
            finishing.remove(layer.name());
          }
        }
      }
      atWork.values().removeIf(ended(now));
      if (newest != inForce) {
        change(inForce, newest, now, atWork, waiting, finishing);
        inForce = newest;
      }
      atWork.values().removeIf(ended(now));
      for (String name : List.copyOf(waiting.keySet())) {
        if (waiting.get(name).begun()) {
          atWork.put(name, waiting.remove(name));
          finishing.remove(name);
          rules.remove(name);
        }
      }
      if (!now.isBefore(range.start())) {
        seen.put(now, onCall(inForce, working(atWork), finishing, now));
      }
    }
    return seen;
  }

  /** Adds a layer that is walked from now on only, as if it had been walked before. */
  private Walk walked(Layer layer) {
    Walk walk = new Walk(layer);
    if (!clocksBefore.isEmpty()) {
      walk.look(clocksBefore);
    }
    return walk;
  }

  private void readClocks(Instant now) {
    clocksBefore.putAll(clocks);
    for (ZoneId zone : zones) {
      clocks.merge(
          zone, LocalDateTime.ofInstant(now, zone), (old, read) -> read.isAfter(old) ? read : old);
    }
    for (ZoneId zone : zones) {
      LocalDate date = clocks.get(zone).toLocalDate();
      if (!date.equals(today.put(zone, date))) {
        erasToday.clear();
      }
    }
  }

  /** Returns the version without people who pause by today's date. */
  private Version era(Version version) {
    return erasToday.computeIfAbsent(version.number(), n -> eraOfToday(version)).version();
  }

  private Era eraOfToday(Version version) {
    List<Layer> present = new ArrayList<>();
    for (Layer layer : layers(version)) {
      List<List<String>> turns = new ArrayList<>();
      for (List<String> turn : layer.turns()) {
        List<String> left =
            turn.stream().filter(person -> present(version, layer, person)).toList();
        if (!left.isEmpty()) {
          turns.add(left);
        }
      }
      if (!turns.isEmpty()) {
        present.add(
            new Layer(
                layer.name(), layer.priority(), layer.grid(), layer.end(), layer.work(), turns));
      }
    }
    return eras.computeIfAbsent(
        List.of(version.number(), present),
        key -> {
          Version era = with(version, eras.size() + 1, present);
          return new Era(era, layers(era));
        });
  }

  private static Version with(Version version, int number, List<Layer> present) {
    return new Version(
        number,
        version.effectiveFrom(),
        version.zone(),
        version.roles().stream()
            .map(
                role ->
                    role instanceof Role.Layered ? new Role.Layered(role.name(), present) : role)
            .toList(),
        version.pauses(),
        version.hours(),
        version.keepsHours());
  }

  private boolean present(Version version, Layer layer, String person) {
    LocalDate today = clocks.get(layer.work().zone()).toLocalDate();
    return version.pauses().stream()
        .noneMatch(
            pause ->
                pause.person().equals(person)
                    && (pause.from().isEmpty() || !today.isBefore(pause.from().get()))
                    && (pause.until().isEmpty() || today.isBefore(pause.until().get())));
  }

  private static Predicate<Walk> ended(Instant now) {
    return walk -> !now.isBefore(walk.layer.end());
  }

  /** Returns the layers at work now that have the highest priority. */
  private Map<String, Walk> working(Map<String, Walk> atWork) {
    Map<String, Walk> working = new LinkedHashMap<>(atWork);
    working.values().removeIf(walk -> !walk.begun() || !works(walk.layer.work()));
    int highest = working.values().stream().mapToInt(w -> w.layer.priority()).max().orElse(0);
    working.values().removeIf(walk -> walk.layer.priority() < highest);
    return working;
  }

  private boolean works(Work work) {
    LocalDateTime clock = clocks.get(work.zone());
    LocalDate day = clock.minusNanos(work.dayStart().toNanoOfDay()).toLocalDate();
    return work.on().contains(day.getDayOfWeek())
        && (work.restrictions().isEmpty() || holds(work.restrictions().get(), clock))
        && !work.except().days().contains(day)
        && (work.only().isEmpty() || work.only().get().days().contains(day))
        && (work.hours().isEmpty() || inHours(work.hours().get()));
  }

  private boolean inHours(WorkingWeek hours) {
    LocalDateTime clock = clocks.get(hours.zone());
    return holds(hours.week(), clock) && !hours.holidays().days().contains(clock.toLocalDate());
  }

  private boolean holds(Week week, LocalDateTime clock) {
    LocalDateTime quarter =
        clock.minusMinutes(clock.getMinute() % 15).truncatedTo(ChronoUnit.MINUTES);
    Held known = held.get(week);
    if (known == null || !known.quarter().equals(quarter)) {
      known = new Held(quarter, stands(week, quarter));
      held.put(week, known);
    }
    return known.holds();
  }

  /** Returns whether the wall clock is in a window: searched from its end backwards. */
  private static boolean stands(Week week, LocalDateTime quarter) {
    for (WeeklyWindow window : week.windows()) {
      LocalDateTime from = quarter;
      while (!stands(from, window.from()) && !stands(from, window.to())) {
        from = from.minusMinutes(15);
      }
      if (stands(from, window.from())) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(LocalDateTime clock, WeekTime time) {
    return clock.getDayOfWeek() == time.day() && clock.toLocalTime().equals(time.time());
  }

  private void change(
      Version before,
      Version after,
      Instant now,
      Map<String, Walk> atWork,
      Map<String, Walk> waiting,
      Map<String, Map<String, List<List<String>>>> finishing) {
    Map<String, Walk> old = new LinkedHashMap<>(atWork);
    Map<String, Map<String, List<List<String>>>> standIns = new HashMap<>();
    if (before != null) {
      old.forEach(
          (name, walk) -> standIns.put(name, candidates(before, name, walk, finishing.get(name))));
    }
    atWork.clear();
    finishing.clear();
    Map<String, Walk> stillWaiting = new LinkedHashMap<>();
    Map<String, Map<String, Version>> oldRules = new HashMap<>(rules);
    rules.clear();
    for (Layer layer : layers(after)) {
      String name = layer.name();
      Walk next = walks.get(after.number()).get(name);
      Walk was = old.get(name);
      boolean same = was != null && was.layer.equals(layer);
      if (same && !waiting.containsKey(name)) {
        next.finger = was.finger;
        next.finishing = was.finishing;
        atWork.put(name, next);
        if (was.begins() == 0) {
          finishing.put(name, standIns.get(name));
        }
      } else if (!next.begun() || startsNow(layer, now)) {
        if (next.begun()) {
          atWork.put(name, next);
        } else {
          stillWaiting.put(name, next);
          if (was != null) {
            atWork.put(name, was);
            finishing.put(name, standIns.get(name));
            rules.put(name, rules(before, after, oldRules.getOrDefault(name, Map.of())));
          }
        }
      } else {
        boolean standing = layer.grid() instanceof Grid.Standing;
        if (was != null && was.begunBefore() && !standing) {
          Predicate<String> present = person -> present(after, layer, person);
          if (was.begins() > 0 || next.begins() > 0) {
            handOver(was, next, present);
          } else {
            goOn(was, next, present);
            finishing.put(name, present(standIns.get(name), present));
          }
        } else {
          next.finishing = List.of();
          next.finger = next.turn;
        }
        atWork.put(name, next);
      }
    }
    waiting.clear();
    waiting.putAll(stillWaiting);
  }

  private static Map<String, Version> rules(
      Version before, Version after, Map<String, Version> old) {
    Map<String, Version> rules = new HashMap<>();
    for (Role role : after.roles()) {
      boolean followed = before.role(role.name()).orElse(null) instanceof Role.Following;
      rules.put(role.name(), followed ? old.getOrDefault(role.name(), before) : after);
    }
    return rules;
  }

  private Version rule(String layer, String role, Version otherwise) {
    return rules.getOrDefault(layer, Map.of()).getOrDefault(role, otherwise);
  }

  private static boolean startsNow(Layer layer, Instant now) {
    return !(layer.grid() instanceof Grid.Standing) && layer.grid().start().equals(now);
  }

  /**
   * Returns the candidates of each role without people who pause; a role that is left without has
   * none.
   */
  private static Map<String, List<List<String>>> present(
      Map<String, List<List<String>>> candidates, Predicate<String> present) {
    Map<String, List<List<String>>> result = new HashMap<>();
    candidates.forEach(
        (role, all) -> {
          List<List<String>> left =
              all.stream()
                  .map(people -> people.stream().filter(present).toList())
                  .filter(people -> !people.isEmpty())
                  .toList();
          if (!left.isEmpty()) {
            result.put(role, left);
          }
        });
    return result;
  }

  /**
   * Moves the place in the new list to the person on call, or before the next one who is still
   * listed.
   */
  private static void goOn(Walk was, Walk next, Predicate<String> present) {
    List<String> onCall = was.onCall().stream().filter(present).toList();
    List<Long> ahead = new ArrayList<>();
    List<List<String>> behind = new ArrayList<>();
    for (long i = 1; i <= was.layer.turns().size(); i++) {
      List<String> left = was.listed(i).stream().filter(present).toList();
      if (!left.isEmpty()) {
        ahead.add(i);
        behind.add(left);
      }
    }
    List<Integer> places = places(onCall, was, 0, behind, 0, next);
    if (!places.isEmpty()) {
      next.finger = places.getFirst();
      next.finishing = List.of();
      return;
    }
    int leaving = onCall.isEmpty() ? 0 : 1;
    next.finishing = onCall;
    next.finger = -leaving;
    for (int i = 0; i < behind.size(); i++) {
      List<Integer> later = places(behind.get(i), was, ahead.get(i), behind, i + 1, next);
      if (!later.isEmpty()) {
        next.finger = later.getFirst() - leaving;
        return;
      }
    }
  }

  /** Moves the place in the new list behind the person whose turn ended this minute. */
  private static void handOver(Walk was, Walk next, Predicate<String> present) {
    List<List<String>> all = new ArrayList<>();
    List<Long> places = new ArrayList<>();
    for (long i = 0; i <= was.layer.turns().size(); i++) {
      List<String> people = i == 0 ? was.onCallBefore() : was.listedAt(was.fingerBefore + i);
      List<String> left = people.stream().filter(present).toList();
      if (!left.isEmpty() || i == 0) {
        all.add(left);
        places.add(was.fingerBefore + i);
      }
    }
    List<List<String>> behind = all.subList(1, all.size());
    long passed = next.begins() > 0 ? next.begins() : was.begins();
    next.finishing = List.of();
    next.finger = passed - 1;
    for (int i = 0; i < all.size(); i++) {
      long ahead = places.get(i) - was.finger;
      List<Integer> found = places(all.get(i), was, ahead, behind, i, next);
      if (!found.isEmpty()) {
        next.finger = found.getFirst() + passed - (i == 0 ? 0 : 1);
        return;
      }
    }
  }

  /** Returns the places of these people in the new list, the best continuation first. */
  private static List<Integer> places(
      List<String> people,
      Walk was,
      long ahead,
      List<List<String>> behind,
      int following,
      Walk next) {
    int size = next.layer.turns().size();
    long nearest = Math.floorMod(was.finger + ahead, (long) was.layer.turns().size());
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      if (Set.copyOf(next.layer.turns().get(i)).equals(Set.copyOf(people))) {
        places.add(i);
      }
    }
    int limit = behind.isEmpty() ? 0 : Math.max(size, was.layer.turns().size());
    Comparator<Integer> byRun =
        Comparator.comparing(
            place -> {
              int run = 0;
              while (run < limit
                  && Set.copyOf(behind.get((following + run) % behind.size()))
                      .equals(Set.copyOf(next.layer.turns().get((place + run + 1) % size)))) {
                run++;
              }
              return run;
            });
    places.sort(
        byRun.reversed().thenComparing(place -> Math.abs(place - nearest)).thenComparing(p -> p));
    return places;
  }

  /**
   * Returns for each role the groups who may take the current turn of a layer, the first choice
   * first.
   */
  private Map<String, List<List<String>>> candidates(
      Version version, String layer, Walk walk, Map<String, List<List<String>>> finishing) {
    Map<String, List<List<String>>> result = new HashMap<>();
    for (Role role : version.roles()) {
      if (role instanceof Role.Following) {
        List<List<String>> inCourse = finishing == null ? null : finishing.get(role.name());
        result.put(
            role.name(), inCourse != null ? inCourse : ahead(version, role.name(), layer, walk));
      }
    }
    return result;
  }

  /** Returns the roles that this one follows for a layer, the nearest first. */
  private List<Role.Following> chain(Version version, String role, String layer) {
    List<Role.Following> chain = new ArrayList<>();
    Version rule = rule(layer, role, version);
    while (rule.role(role).orElseThrow() instanceof Role.Following following) {
      chain.add(following);
      role = following.role();
      rule = rule(layer, role, rule);
    }
    return chain;
  }

  private List<List<String>> ahead(Version version, String role, String layer, Walk walk) {
    long ahead = chain(version, role, layer).stream().mapToLong(Role.Following::offset).sum();
    List<List<String>> result = new ArrayList<>();
    for (int i = 0; i < walk.layer.turns().size(); i++) {
      result.add(walk.listed(ahead + i));
    }
    return result;
  }

  private Map<String, Set<String>> onCall(
      Version version,
      Map<String, Walk> atWork,
      Map<String, Map<String, List<List<String>>>> finishing,
      Instant now) {
    Map<String, Set<String>> people = new HashMap<>();
    Map<String, Set<String>> relieved = new HashMap<>();
    for (Role role : version.roles()) {
      people.put(role.name(), new HashSet<>());
      relieved.put(role.name(), new HashSet<>());
      for (Map.Entry<String, Walk> entry : atWork.entrySet()) {
        Walk walk = entry.getValue();
        if (!walk.begun()) {
          continue;
        }
        Set<String> taken = new HashSet<>();
        Set<String> relievedAbove = new HashSet<>();
        for (Role.Following link : chain(version, role.name(), entry.getKey())) {
          taken.addAll(people.getOrDefault(link.role(), Set.of()));
          relievedAbove.addAll(relieved.getOrDefault(link.role(), Set.of()));
        }
        List<List<String>> candidates = List.of(walk.onCall());
        if (role instanceof Role.Following) {
          Map<String, List<List<String>>> inCourse = finishing.get(entry.getKey());
          candidates =
              inCourse != null && inCourse.containsKey(role.name())
                  ? inCourse.get(role.name())
                  : ahead(version, role.name(), entry.getKey(), walk);
        }
        Set<String> goneHere = new HashSet<>();
        people
            .get(role.name())
            .addAll(choose(role.name(), candidates, taken, relievedAbove, now, goneHere));
        relieved.get(role.name()).addAll(goneHere);
      }
      Set<String> above = new HashSet<>();
      for (Role.Following link : chain(version, role.name(), "")) {
        above.addAll(people.getOrDefault(link.role(), Set.of()));
      }
      for (Addition addition : rotation.additions()) {
        if (addition.role().equals(role.name())
            && addition.span().contains(now)
            && !above.contains(addition.person())) {
          people.get(role.name()).add(addition.person());
        }
      }
    }
    return people;
  }

  private Set<String> choose(
      String role,
      List<List<String>> candidates,
      Set<String> taken,
      Set<String> relievedAbove,
      Instant now,
      Set<String> goneHere) {
    for (int round = 0; round < 3; round++) {
      for (List<String> candidate : candidates) {
        Set<String> left = new LinkedHashSet<>();
        Set<String> gone = new HashSet<>();
        boolean hole = true;
        for (String person : candidate) {
          Optional<String> standIn = standIn(role, person, now);
          if (round == 2 && standIn.isPresent()) {
            standIn = Optional.of(person);
          }
          hole &= standIn.isEmpty();
          if (!standIn.equals(Optional.of(person))) {
            gone.add(person);
            standIn.ifPresent(left::add);
          } else if (round > 0 || !relievedAbove.contains(person)) {
            left.add(person);
          }
        }
        left.removeIf(taken::contains);
        if (hole || !left.isEmpty()) {
          goneHere.addAll(gone);
          return left;
        }
      }
    }
    return Set.of();
  }

  private Optional<String> standIn(String role, String person, Instant now) {
    Optional<String> result = Optional.of(person);
    for (Replacement replacement : rotation.replacements()) {
      boolean matches =
          replacement.role().equals(role)
              && !now.isBefore(replacement.span().start())
              && now.isBefore(replacement.span().end())
              && (replacement.replaces().isEmpty() || replacement.replaces().get().equals(person));
      if (matches) {
        result = replacement.person();
      }
    }
    return result;
  }

  private static List<Layer> layers(Version version) {
    return version.roles().stream()
        .filter(Role.Layered.class::isInstance)
        .flatMap(role -> ((Role.Layered) role).layers().stream())
        .toList();
  }
}
