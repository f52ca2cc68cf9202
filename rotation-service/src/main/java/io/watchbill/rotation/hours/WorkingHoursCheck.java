package io.watchbill.rotation.hours;

import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.input.Moment;
import io.watchbill.rotation.input.Violations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks weekly windows and working hours. */
public final class WorkingHoursCheck {
  private static final int MAX_WINDOWS = 50;
  private static final int MAX_CALENDARS = 20;

  private final Violations violations;
  private final Set<String> unknownCalendars;

  /**
   * Creates the check.
   *
   * @param unknownCalendars the named calendars that do not exist
   */
  public WorkingHoursCheck(Violations violations, Set<String> unknownCalendars) {
    this.violations = violations;
    this.unknownCalendars = unknownCalendars;
  }

  /** Checks working hours that are not null. */
  public void hours(String pointer, Hours hours) {
    if (hours.timeZone() != null) {
      violations.unless(
          Moment.isZone(hours.timeZone()),
          pointer + "/timeZone",
          Moment.zoneRule(hours.timeZone()));
    }
    windows(pointer + "/windows", hours.windows());
    calendars(pointer + "/holidays", hours.holidays());
  }

  /** Checks ids of holiday calendars; null is valid. */
  public void calendars(String pointer, List<String> calendars) {
    if (calendars == null) {
      return;
    }
    if (calendars.size() > MAX_CALENDARS) {
      violations.add(pointer, "at most " + MAX_CALENDARS + " holiday calendars are allowed");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < calendars.size(); i++) {
      String id = calendars.get(i);
      if (id == null || unknownCalendars.contains(id)) {
        violations.add(pointer + "/" + i, "there is no holiday calendar '" + id + "'");
      } else if (!seen.add(id)) {
        violations.add(pointer + "/" + i, "'" + id + "' is named twice");
      }
    }
  }

  /** Checks windows; at least one is required. */
  public void windows(String pointer, List<HoursWindow> windows) {
    if (windows == null || windows.isEmpty()) {
      violations.add(pointer, "at least one window is required");
      return;
    }
    if (windows.size() > MAX_WINDOWS) {
      violations.add(pointer, "at most " + MAX_WINDOWS + " windows are allowed");
      return;
    }
    List<WeeklyWindow> seen = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      String place = pointer + "/" + i;
      window(place, windows.get(i)).ifPresent(window -> addUnlessOverlapping(place, window, seen));
    }
  }

  private Optional<WeeklyWindow> window(String pointer, HoursWindow window) {
    if (window == null) {
      violations.add(pointer, "a window is required here, not null");
      return Optional.empty();
    }
    Optional<WeekTime> from = time(pointer + "/from", window.from());
    Optional<WeekTime> to = time(pointer + "/to", window.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      violations.add(pointer, "the window must not be empty");
      return Optional.empty();
    }
    return Optional.of(new WeeklyWindow(from.get(), to.get()));
  }

  private Optional<WeekTime> time(String pointer, String text) {
    Optional<WeekTime> time = Optional.ofNullable(text).flatMap(WeekTime::of);
    violations.unless(
        time.isPresent(),
        pointer,
        "a day and a time of the week are required, such as 'mon 08:00', from mon to "
            + "sun and from 00:00 to 23:59");
    return time;
  }

  private void addUnlessOverlapping(String pointer, WeeklyWindow window, List<WeeklyWindow> seen) {
    seen.stream()
        .filter(window::overlaps)
        .findFirst()
        .ifPresentOrElse(
            other ->
                violations.add(
                    pointer, "it overlaps the window " + other.from() + " to " + other.to()),
            () -> seen.add(window));
  }
}
