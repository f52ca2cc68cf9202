package io.watchbill.rotation.ical;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Occurrences that EXDATE or RECURRENCE-ID name: by instant, by day, or by local time. */
final class Named {
  private final Set<Instant> instants = new HashSet<>();
  private final Set<LocalDateTime> clocks = new HashSet<>();
  private final Set<LocalDate> days = new HashSet<>();
  private final Set<LocalDate> daysOfTimes = new HashSet<>();

  Named(List<EventTime> times) {
    for (EventTime time : times) {
      (time.wholeDay() ? days : daysOfTimes).add(time.local().toLocalDate());
      if (!time.wholeDay()) {
        instants.add(time.instant());
      }
      if (time.floating()) {
        clocks.add(time.local());
      }
    }
  }

  boolean contains(EventTime occurrence) {
    LocalDate day = occurrence.local().toLocalDate();
    return occurrence.wholeDay()
        ? days.contains(day) || daysOfTimes.contains(day)
        : days.contains(day)
            || instants.contains(occurrence.instant())
            || clocks.contains(occurrence.local());
  }
}
