package io.watchbill.rotation.ical;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A time zone that a file defines itself (VTIMEZONE; RFC 5545, 3.6.5), for some years around the
 * requested range.
 */
record WrittenZone(ZoneOffset first, List<Onset> onsets) implements EventZone {

  private static final int MOST_ONSETS = 1_000;

  /** A change of the offset at a local time. */
  record Onset(LocalDateTime local, ZoneOffset before, ZoneOffset after) {

    /** Returns the first local time read with the new offset. */
    LocalDateTime read() {
      int gap = after.getTotalSeconds() - before.getTotalSeconds();
      return gap > 0 ? local.plusSeconds(gap) : local;
    }
  }

  static WrittenZone of(Component zone, LocalDateTime from, LocalDateTime until, Steps steps) {
    List<Onset> onsets = new ArrayList<>();
    for (Component part : zone.parts()) {
      if (part.name().equals("STANDARD") || part.name().equals("DAYLIGHT")) {
        onsets.addAll(onsets(part, from, until, steps));
      }
    }
    if (onsets.isEmpty()) {
      throw new Unreadable("its VTIMEZONE has no offsets");
    }
    if (onsets.size() > MOST_ONSETS) {
      throw new Unreadable("its VTIMEZONE has too many changes");
    }
    onsets.sort(Comparator.comparing(Onset::local));
    return new WrittenZone(onsets.getFirst().before(), List.copyOf(onsets));
  }

  @Override
  public Instant instant(LocalDateTime local) {
    ZoneOffset offset = first;
    for (Onset onset : onsets) {
      if (local.isBefore(onset.read())) {
        break;
      }
      offset = onset.after();
    }
    return local.toInstant(offset);
  }

  @Override
  public LocalDateTime local(Instant instant) {
    ZoneOffset offset = first;
    for (Onset onset : onsets) {
      if (instant.isBefore(onset.local().toInstant(onset.before()))) {
        break;
      }
      offset = onset.after();
    }
    return LocalDateTime.ofInstant(instant, offset);
  }

  private static List<Onset> onsets(
      Component part, LocalDateTime from, LocalDateTime until, Steps steps) {
    ZoneOffset before = offset(part, "TZOFFSETFROM");
    ZoneOffset after = offset(part, "TZOFFSETTO");
    LocalDateTime start = LocalTimes.dateTime(required(part, "DTSTART"));
    List<LocalDateTime> times = new ArrayList<>(List.of(start));
    part.all("RDATE")
        .flatMap(line -> List.of(line.value().split(",")).stream())
        .map(LocalTimes::dateTime)
        .forEach(times::add);
    part.all("RRULE")
        .forEach(
            line ->
                RecurrenceRule.read(line.value())
                    .expand(
                        start,
                        from,
                        until,
                        steps,
                        (local, instant) -> local.toInstant(before).compareTo(instant),
                        times::add));
    return times.stream().map(local -> new Onset(local, before, after)).toList();
  }

  private static ZoneOffset offset(Component part, String property) {
    String text = required(part, property);
    try {
      boolean seconds = text.length() == 7;
      return ZoneOffset.of(
          text.substring(0, 3)
              + ":"
              + text.substring(3, 5)
              + (seconds ? ":" + text.substring(5) : ""));
    } catch (DateTimeException | StringIndexOutOfBoundsException e) {
      throw new Unreadable("'" + text + "' is not an offset");
    }
  }

  private static String required(Component part, String property) {
    return part.first(property)
        .map(ContentLine::value)
        .orElseThrow(() -> new Unreadable("its VTIMEZONE has no " + property));
  }

  /** How far before the range time zones are expanded: events begin some time before it. */
  static final Duration BEFORE = Duration.ofDays(3 * 366);
}
