package io.watchbill.rotation.hours;

import io.watchbill.kit.problem.Violations.Place;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.input.Instants;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks weekly windows and working hours. */
public final class WorkingHoursCheck {
  private static final int MAX_WINDOWS = 50;
  private static final int MAX_CALENDARS = 20;

  private final Set<String> unknownCalendars;

  /**
   * Creates the check.
   *
   * @param unknownCalendars the named calendars that do not exist
   */
  public WorkingHoursCheck(Set<String> unknownCalendars) {
    this.unknownCalendars = unknownCalendars;
  }

  /** Checks working hours that are not null. */
  public void hours(Place at, HoursDefinition hours) {
    if (hours.timeZone() != null) {
      at.field("timeZone")
          .unless(Instants.isZone(hours.timeZone()), Instants.zoneRule(hours.timeZone()));
    }
    windows(at.field("windows"), hours.windows());
    calendars(at.field("holidays"), hours.holidays());
  }

  /** Checks ids of holiday calendars; null is valid. */
  public void calendars(Place at, @Nullable List<String> calendars) {
    if (calendars == null) {
      return;
    }
    if (calendars.size() > MAX_CALENDARS) {
      at.add("at most " + MAX_CALENDARS + " holiday calendars are allowed");
      return;
    }
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < calendars.size(); i++) {
      String id = calendars.get(i);
      if (id == null || unknownCalendars.contains(id)) {
        at.item(i).add("there is no holiday calendar '" + id + "'");
      } else if (!seen.add(id)) {
        at.item(i).add("'" + id + "' is named twice");
      }
    }
  }

  /** Checks windows; at least one is required. */
  public void windows(Place at, @Nullable List<HoursWindow> windows) {
    if (windows == null || windows.isEmpty()) {
      at.add("at least one window is required");
      return;
    }
    if (windows.size() > MAX_WINDOWS) {
      at.add("at most " + MAX_WINDOWS + " windows are allowed");
      return;
    }
    List<WeeklyWindow> seen = new ArrayList<>();
    for (int i = 0; i < windows.size(); i++) {
      Place place = at.item(i);
      window(place, windows.get(i)).ifPresent(window -> addUnlessOverlapping(place, window, seen));
    }
  }

  private Optional<WeeklyWindow> window(Place at, @Nullable HoursWindow window) {
    if (window == null) {
      at.add("a window is required here, not null");
      return Optional.empty();
    }
    Optional<WeekTime> from = time(at.field("from"), window.from());
    Optional<WeekTime> to = time(at.field("to"), window.to());
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    if (from.equals(to)) {
      at.add("the window must not be empty");
      return Optional.empty();
    }
    return Optional.of(new WeeklyWindow(from.get(), to.get()));
  }

  private Optional<WeekTime> time(Place at, @Nullable String text) {
    Optional<WeekTime> time = Optional.ofNullable(text).flatMap(WeekTime::of);
    at.unless(
        time.isPresent(),
        "a day and a time of the week are required, such as 'mon 08:00', from mon to "
            + "sun and from 00:00 to 23:59");
    return time;
  }

  private void addUnlessOverlapping(Place at, WeeklyWindow window, List<WeeklyWindow> seen) {
    seen.stream()
        .filter(window::overlaps)
        .findFirst()
        .ifPresentOrElse(
            other -> at.add("it overlaps the window " + other.from() + " to " + other.to()),
            () -> seen.add(window));
  }
}
