package io.watchbill.rotation.ical;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.ical.CalendarFile.Happening;
import io.watchbill.rotation.ical.CalendarFile.NotUnderstood;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Collects the occurrences from the calendars of a file. */
final class FileReader {
  private static final long MOST_STEPS = 1_000_000;
  private static final int MOST_NOT_UNDERSTOOD = 100;
  private static final int LONGEST_SUMMARY = 200;

  /** The events of a calendar that override each other's occurrences, by UID. */
  private record Series(
      Map<String, List<EventTime>> overridden, Map<String, Named> excluded, Set<String> split) {}

  private final ZoneId zone;
  private final Span range;
  private final int most;
  private final Steps steps = new Steps(MOST_STEPS);
  private final List<Happening> happenings = new ArrayList<>();
  private final List<NotUnderstood> notUnderstood = new ArrayList<>();
  private final boolean wholeDaysOnly;
  private int ignored;

  FileReader(ZoneId zone, Span range, int most, boolean wholeDaysOnly) {
    this.wholeDaysOnly = wholeDaysOnly;
    this.zone = zone;
    this.range = range;
    this.most = most;
  }

  CalendarFile result() {
    return new CalendarFile(List.copyOf(happenings), List.copyOf(notUnderstood), ignored);
  }

  void add(Component calendar) {
    Zones zones =
        new Zones(
            calendar,
            zone,
            utc(range.start()).minus(WrittenZone.BEFORE),
            utc(range.end()).plus(Duration.ofDays(366)),
            steps);
    List<Component> events = newest(calendar.parts("VEVENT").toList());
    Map<String, List<EventTime>> overridden = overridden(events, zones);
    Series series = new Series(overridden, excluded(events, zones), split(events));
    boolean all = calendar.text("METHOD").equalsIgnoreCase("CANCEL");
    for (Component event : events) {
      if (all || event.text("STATUS").equalsIgnoreCase("CANCELLED")) {
        ignored++;
      } else {
        understand(event, () -> add(event, zones, series));
      }
    }
  }

  /** Returns only the newest revision of each event and each occurrence. */
  private static List<Component> newest(List<Component> events) {
    Map<String, Long> newest = new HashMap<>();
    events.forEach(event -> newest.merge(identity(event), sequence(event), Math::max));
    return events.stream()
        .filter(
            e -> e.text("UID").isEmpty() || sequence(e) == requireNonNull(newest.get(identity(e))))
        .toList();
  }

  private static String identity(Component event) {
    return event.text("UID")
        + "\n"
        + event.first("RECURRENCE-ID").map(l -> l.parameters() + l.value()).orElse("");
  }

  private static long sequence(Component event) {
    String text = event.text("SEQUENCE");
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private Map<String, List<EventTime>> overridden(List<Component> events, Zones zones) {
    Map<String, List<EventTime>> overridden = new LinkedHashMap<>();
    for (Component event : events) {
      event
          .first("RECURRENCE-ID")
          .ifPresent(
              line ->
                  understand(
                      event,
                      () ->
                          overridden
                              .computeIfAbsent(event.text("UID"), uid -> new ArrayList<>())
                              .add(EventTime.of(line, line.value(), zones))));
    }
    return overridden;
  }

  private static Map<String, Named> excluded(List<Component> events, Zones zones) {
    Map<String, List<EventTime>> times = new HashMap<>();
    for (Component event : events) {
      if (event.first("EXDATE").isPresent() && !event.text("UID").isEmpty()) {
        try {
          List<EventTime> ofEvent = new Event(event, zones).excluded().toList();
          times.computeIfAbsent(event.text("UID"), uid -> new ArrayList<>()).addAll(ofEvent);
        } catch (Unreadable e) {
          // Reported when the event itself is read.
        }
      }
    }
    Map<String, Named> excluded = new HashMap<>();
    times.forEach((uid, all) -> excluded.put(uid, new Named(all)));
    return excluded;
  }

  /**
   * Returns the UIDs of events that change all occurrences from one on: they are not understood.
   */
  private static Set<String> split(List<Component> events) {
    return events.stream()
        .filter(e -> e.first("RECURRENCE-ID").flatMap(l -> l.parameter("RANGE")).isPresent())
        .map(event -> event.text("UID"))
        .collect(Collectors.toSet());
  }

  private void add(Component component, Zones zones, Series series) {
    Optional<ContentLine> replaced = component.first("RECURRENCE-ID");
    boolean override = replaced.isPresent();
    if (override) {
      EventTime named = EventTime.of(replaced.get(), replaced.get().value(), zones);
      Named left = series.excluded().get(component.text("UID"));
      if (left != null && left.contains(named)) {
        return;
      }
    }
    if (series.split().contains(component.text("UID"))) {
      throw new Unreadable("a change of this and all future occurrences is not understood");
    }
    Event event = new Event(component, zones);
    if (wholeDaysOnly && !event.wholeDays()) {
      ignored++;
      return;
    }
    List<Happening> found = new ArrayList<>();
    event.occurrences(
        range,
        override ? List.of() : series.overridden().getOrDefault(component.text("UID"), List.of()),
        steps,
        (start, length) -> happening(component, start, length).ifPresent(found::add));
    happenings.addAll(found);
    if (happenings.size() > most) {
      throw Problem.invalid(
          "", "the file has more than " + most + " future events; send it in parts");
    }
  }

  private Optional<Happening> happening(Component component, EventTime start, Length length) {
    Instant begin = start.instant();
    Span span = new Span(begin, length.end(start));
    if (!span.overlaps(range)) {
      return Optional.empty();
    }
    Optional<LocalDate> first =
        start.wholeDay() ? Optional.of(start.local().toLocalDate()) : Optional.empty();
    return Optional.of(
        new Happening(
            span,
            first,
            first.map(day -> day.plusDays(Math.max(1, length.about().toDays()))),
            component.text("SUMMARY"),
            component.all("ATTENDEE").flatMap(line -> Addresses.of(line).stream()).toList()));
  }

  private void understand(Component event, Runnable reading) {
    try {
      reading.run();
    } catch (Unreadable e) {
      report(event, requireNonNull(e.getMessage()));
    } catch (java.time.DateTimeException | ArithmeticException e) {
      report(event, "its times cannot be calculated");
    }
  }

  private void report(Component event, String why) {
    String summary = event.text("SUMMARY");
    String begin = summary.substring(0, Math.min(summary.length(), LONGEST_SUMMARY));
    NotUnderstood entry = new NotUnderstood(begin, why);
    if (notUnderstood.size() < MOST_NOT_UNDERSTOOD && !notUnderstood.contains(entry)) {
      notUnderstood.add(entry);
    }
  }

  private static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
