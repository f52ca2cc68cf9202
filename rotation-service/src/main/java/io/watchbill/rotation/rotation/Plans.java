package io.watchbill.rotation.rotation;

import static java.util.Objects.requireNonNull;

import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Pause;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.CountedDays;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.WallClock;
import io.watchbill.rotation.calendar.time.WeekTime;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.calendar.work.Work;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import io.watchbill.rotation.hours.HoursPlan;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Converts checked definitions to those of the calendar. */
final class Plans {
  private static final Set<DayOfWeek> EVERY_DAY = Set.of(DayOfWeek.values());

  private final ZoneId rotationZone;
  private final Map<String, Holidays> holidays;
  private final Optional<WorkingWeek> kept;

  private Plans(ZoneId zone, Map<String, Holidays> holidays, Optional<WorkingWeek> kept) {
    this.rotationZone = zone;
    this.holidays = holidays;
    this.kept = kept;
  }

  /**
   * Converts a version.
   *
   * @param holidays the days of the holiday calendars that the definition names
   */
  static Version version(
      int number, Instant from, RotationDefinition definition, Map<String, Holidays> holidays) {
    ZoneId zone = ZoneId.of(definition.timeZone());
    Optional<WorkingWeek> hours =
        Optional.ofNullable(definition.hours()).map(h -> HoursPlan.workingTime(h, zone, holidays));
    Plans plans = new Plans(zone, holidays, definition.keepsHours() ? hours : Optional.empty());
    return new Version(
        number,
        from,
        zone,
        definition.roles().stream().map(plans::role).toList(),
        pauses(definition),
        hours,
        definition.keepsHours());
  }

  private static List<Pause> pauses(RotationDefinition definition) {
    return Stream.ofNullable(definition.participants())
        .flatMap(List::stream)
        .flatMap(Plans::pauses)
        .toList();
  }

  private static Stream<Pause> pauses(ParticipantDefinition participant) {
    String person = participant.person();
    Stream<Pause> before =
        date(participant.from()).stream()
            .map(day -> new Pause(person, Optional.empty(), Optional.of(day)));
    Stream<Pause> after =
        date(participant.until()).stream()
            .map(day -> new Pause(person, Optional.of(day), Optional.empty()));
    Stream<Pause> between =
        Stream.ofNullable(participant.paused())
            .flatMap(List::stream)
            .map(pause -> new Pause(person, date(pause.from()), date(pause.until())));
    return Stream.of(before, after, between).flatMap(pauses -> pauses);
  }

  private static Optional<LocalDate> date(@Nullable String text) {
    return Optional.ofNullable(text).map(LocalDate::parse);
  }

  private Role role(RoleDefinition role) {
    return role.follows() != null
        ? new Role.Following(role.name(), role.follows().role(), role.follows().offset())
        : new Role.Layered(
            role.name(), requireNonNull(role.layers()).stream().map(this::layer).toList());
  }

  private Layer layer(LayerDefinition layer) {
    ZoneId zone = layer.timeZone() == null ? rotationZone : ZoneId.of(layer.timeZone());
    Instant end =
        layer.end() == null
            ? Instant.MAX
            : WallClock.instant(LocalDateTime.parse(layer.end()), zone);
    return new Layer(
        layer.name(),
        layer.priority() == null ? 0 : layer.priority(),
        grid(layer, zone),
        end,
        work(layer, zone),
        layer.turns());
  }

  private Work work(LayerDefinition layer, ZoneId zone) {
    return new Work(
        zone,
        layer.start() == null
            ? LocalTime.MIDNIGHT
            : LocalDateTime.parse(layer.start()).toLocalTime(),
        on(layer),
        Optional.ofNullable(layer.restrictions()).map(HoursPlan::week),
        HoursPlan.holidays(layer.exceptHolidays(), holidays),
        Optional.ofNullable(layer.onlyHolidays())
            .map(calendars -> HoursPlan.holidays(calendars, holidays)),
        kept);
  }

  private static Set<DayOfWeek> on(LayerDefinition layer) {
    return layer.on() == null
        ? EVERY_DAY
        : layer.on().stream()
            .map(day -> WeekTime.day(day).orElseThrow())
            .collect(Collectors.toSet());
  }

  private static Grid grid(LayerDefinition layer, ZoneId zone) {
    if (layer.start() == null) {
      return new Grid.Standing(Instant.MIN);
    }
    LocalDateTime start = LocalDateTime.parse(layer.start());
    if (layer.cadence() == null) {
      return new Grid.Standing(WallClock.instant(start, zone));
    }
    Cadence cadence = cadence(layer.cadence());
    return cadence.unit() == Cadence.Unit.DAY && layer.on() != null
        ? new Grid.WorkedDays(start, zone, cadence.every(), CountedDays.of(on(layer)))
        : new Grid.Repeating(start, zone, cadence);
  }

  private static Cadence cadence(CadenceDefinition cadence) {
    return new Cadence(
        cadence.every(), Cadence.Unit.valueOf(cadence.unit().toUpperCase(Locale.ROOT)));
  }
}
