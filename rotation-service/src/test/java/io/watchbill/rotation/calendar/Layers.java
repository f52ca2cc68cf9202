package io.watchbill.rotation.calendar;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.time.CountedDays;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Week;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.time.WeeklyWindow;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.Work;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Layers that are at work at some times only, in short form, for table tests. */
record Layers(Layer layer) {

  /** Turns as words; people of one turn are joined by a plus. */
  public static Layers of(String name, Grid grid, String turns) {
    return new Layers(Calendars.layer(name, grid, turns));
  }

  public static CountedDays counted(String days) {
    return CountedDays.of(days(days));
  }

  public static Week week(String from, String to) {
    return new Week(List.of(window(from, to)));
  }

  Layer build() {
    return layer;
  }

  Layers priority(int priority) {
    return new Layers(
        new Layer(layer.name(), priority, layer.grid(), layer.end(), layer.work(), layer.turns()));
  }

  Layers end(Instant end) {
    return new Layers(
        new Layer(layer.name(), layer.priority(), layer.grid(), end, layer.work(), layer.turns()));
  }

  Layers dayFrom(LocalTime time) {
    Work w = layer.work();
    return with(w.zone(), time, w.on(), w.restrictions(), w.except(), w.only(), w.hours());
  }

  Layers on(String days) {
    Work w = layer.work();
    return with(
        w.zone(),
        w.dayStart(),
        Set.copyOf(days(days)),
        w.restrictions(),
        w.except(),
        w.only(),
        w.hours());
  }

  Layers restricted(String from, String to) {
    Work w = layer.work();
    List<WeeklyWindow> windows =
        new ArrayList<>(w.restrictions().map(Week::windows).orElse(List.of()));
    windows.add(window(from, to));
    return with(
        w.zone(),
        w.dayStart(),
        w.on(),
        Optional.of(new Week(windows)),
        w.except(),
        w.only(),
        w.hours());
  }

  Layers except(Holidays holidays) {
    Work w = layer.work();
    return with(w.zone(), w.dayStart(), w.on(), w.restrictions(), holidays, w.only(), w.hours());
  }

  Layers only(Holidays holidays) {
    Work w = layer.work();
    return with(
        w.zone(),
        w.dayStart(),
        w.on(),
        w.restrictions(),
        w.except(),
        Optional.of(holidays),
        w.hours());
  }

  Layers kept(WorkingWeek hours) {
    Work w = layer.work();
    return with(
        w.zone(), w.dayStart(), w.on(), w.restrictions(), w.except(), w.only(), Optional.of(hours));
  }

  private Layers with(
      ZoneId zone,
      LocalTime dayStart,
      Set<DayOfWeek> on,
      Optional<Week> restrictions,
      Holidays except,
      Optional<Holidays> only,
      Optional<WorkingWeek> hours) {
    Work work = new Work(zone, dayStart, on, restrictions, except, only, hours);
    return new Layers(
        new Layer(layer.name(), layer.priority(), layer.grid(), layer.end(), work, layer.turns()));
  }

  private static WeeklyWindow window(String from, String to) {
    return new WeeklyWindow(WeekTime.of(from).orElseThrow(), WeekTime.of(to).orElseThrow());
  }

  private static List<DayOfWeek> days(String days) {
    return Arrays.stream(days.split(" ")).map(day -> WeekTime.day(day).orElseThrow()).toList();
  }
}
