package io.watchbill.rotation.ical;

import io.watchbill.rotation.calendar.time.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** An event of a file, and its occurrences. */
final class Event {
  private static final Duration MARGIN = Duration.ofDays(3);
  private static final int MOST_OCCURRENCES = 20_000;

  private final Component component;
  private final Zones zones;
  private final EventTime start;
  private final Length length;

  /**
   * Reads an event.
   *
   * @throws Unreadable when its times cannot be determined
   */
  Event(Component component, Zones zones) {
    this.component = component;
    this.zones = zones;
    ContentLine line =
        component.first("DTSTART").orElseThrow(() -> new Unreadable("it has no DTSTART"));
    this.start = EventTime.of(line, line.value(), zones);
    this.length = Length.of(component, start, zones);
    if (component.first("EXRULE").isPresent()) {
      throw new Unreadable("EXRULE is not understood");
    }
  }

  boolean wholeDays() {
    return start.wholeDay();
  }

  /**
   * Passes on the occurrences that may overlap the range, with their lengths, except those of
   * EXDATE and of the overrides.
   *
   * @param overridden the occurrences of this event that other events of the file override
   */
  void occurrences(
      Span range, List<EventTime> overridden, Steps steps, BiConsumer<EventTime, Length> consumer) {
    List<EventTime> left = new ArrayList<>(overridden);
    excluded().forEach(left::add);
    left.forEach(time -> steps.take());
    Named named = new Named(left);
    // Two local times may be one instant when a DST change skips an hour: that is one occurrence.
    Set<Instant> known = new HashSet<>();
    starts(range, steps)
        .forEach(
            (local, ownLength) -> {
              EventTime occurrence = start.at(local);
              if (!named.contains(occurrence) && known.add(occurrence.instant())) {
                consumer.accept(occurrence, ownLength.orElse(length));
              }
            });
  }

  /** Returns what EXDATE excludes: an occurrence that was moved before is excluded, too. */
  Stream<EventTime> excluded() {
    return component.all("EXDATE").flatMap(line -> EventTime.all(line, zones));
  }

  private TreeMap<LocalDateTime, Optional<Length>> starts(Span range, Steps steps) {
    TreeMap<LocalDateTime, Optional<Length>> starts = new TreeMap<>();
    starts.put(start.local(), Optional.empty());
    LocalDateTime from =
        LocalDateTime.ofInstant(range.start(), ZoneOffset.UTC).minus(MARGIN).minus(length.about());
    LocalDateTime end = LocalDateTime.ofInstant(range.end(), ZoneOffset.UTC).plus(MARGIN);
    List<RecurrenceRule> rules =
        component.all("RRULE").map(line -> RecurrenceRule.read(line.value())).toList();
    for (RecurrenceRule rule : rules) {
      rule.expand(
          start.local(),
          from,
          end,
          steps,
          (local, instant) -> start.at(local).instant().compareTo(instant),
          local -> add(local, Optional.empty(), starts));
    }
    Map<LocalDateTime, Optional<Length>> dates = new HashMap<>();
    component.all("RDATE").forEach(line -> addDates(line, dates, steps));
    dates.forEach(
        (local, own) -> {
          Duration about = own.orElse(length).about();
          if (local.isBefore(end) && local.plus(about).plus(MARGIN).isAfter(from)) {
            add(local, own, starts);
          }
        });
    return starts;
  }

  private static void add(
      LocalDateTime local, Optional<Length> own, TreeMap<LocalDateTime, Optional<Length>> starts) {
    starts.merge(local, own, (one, other) -> other.or(() -> one));
    if (starts.size() > MOST_OCCURRENCES) {
      throw new Unreadable("it recurs more than " + MOST_OCCURRENCES + " times");
    }
  }

  private void addDates(ContentLine line, Map<LocalDateTime, Optional<Length>> dates, Steps steps) {
    for (String value : line.value().split(",")) {
      steps.take();
      String[] period = value.strip().split("/", 2);
      EventTime date = EventTime.of(line, period[0], zones);
      Optional<Length> own =
          period.length == 2 ? Optional.of(length(line, date, period[1])) : Optional.empty();
      dates.put(inOwnClocks(date), own);
    }
  }

  private Length length(ContentLine line, EventTime from, String until) {
    return until.startsWith("P")
        ? Length.duration(until)
        : Length.until(from, EventTime.of(line, until, zones));
  }

  /** Converts a date in another time zone to the start's. */
  private LocalDateTime inOwnClocks(EventTime date) {
    if (date.wholeDay() != start.wholeDay()) {
      throw new Unreadable("its RDATE and DTSTART are of different kinds");
    }
    if (date.wholeDay() || date.floating() || date.zoneName().equals(start.zoneName())) {
      return date.local();
    }
    return start.zone().local(date.instant());
  }
}
