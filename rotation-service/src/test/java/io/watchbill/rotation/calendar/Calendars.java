package io.watchbill.rotation.calendar;

import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Addition;
import io.watchbill.rotation.calendar.definition.Layer;
import io.watchbill.rotation.calendar.definition.Replacement;
import io.watchbill.rotation.calendar.definition.Role;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Cadence;
import io.watchbill.rotation.calendar.time.Grid;
import io.watchbill.rotation.calendar.time.Span;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Definitions and instants in short form, for table tests. */
public final class Calendars {

  public static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  public static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private Calendars() {}

  public static Instant at(String offsetDateTime) {
    return OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  public static Span span(String start, String end) {
    return new Span(at(start), at(end));
  }

  public static Grid every(int every, Cadence.Unit unit, String start, ZoneId zone) {
    return new Grid.Repeating(LocalDateTime.parse(start), zone, new Cadence(every, unit));
  }

  public static Grid weekly(String start, ZoneId zone) {
    return every(1, Cadence.Unit.WEEK, start, zone);
  }

  public static Grid standing() {
    return new Grid.Standing(Instant.MIN);
  }

  /** Turns as words; people of one turn are joined by a plus. */
  public static Layer layer(String name, Grid grid, String turns) {
    return new Layer(
        name,
        grid,
        Arrays.stream(turns.split(" ")).map(turn -> List.of(turn.split("\\+"))).toList());
  }

  public static Role role(String name, Layer... layers) {
    return new Role.Layered(name, List.of(layers));
  }

  public static Role following(String name, String role, int offset) {
    return new Role.Following(name, role, offset);
  }

  public static Version first(Role... roles) {
    return new Version(1, Instant.MIN, List.of(roles));
  }

  public static Version version(int number, String from, Role... roles) {
    return new Version(number, at(from), List.of(roles));
  }

  public static Replacement replace(
      String id, String role, String replaces, String person, String start, String end) {
    return new Replacement(
        id, role, span(start, end), Optional.ofNullable(replaces), Optional.of(person), "dentist");
  }

  public static Replacement remove(
      String id, String role, String leaves, String start, String end) {
    return new Replacement(
        id, role, span(start, end), Optional.ofNullable(leaves), Optional.empty(), "ill");
  }

  public static Addition add(String id, String role, String person, String start, String end) {
    return new Addition(id, role, span(start, end), person, "big day");
  }

  public static RotationCalendar beside(Version version, Addition... additions) {
    return new RotationCalendar(
        new Rotation("security", List.of(version), List.of(), List.of(additions)));
  }

  public static RotationCalendar calendar(Version... versions) {
    return new RotationCalendar(new Rotation("security", List.of(versions), List.of()));
  }

  public static RotationCalendar overridden(Version version, Replacement... replacements) {
    return new RotationCalendar(new Rotation("security", List.of(version), List.of(replacements)));
  }

  /** Returns each shift as {@code start people}, the start at the offset of the zone. */
  public static List<String> lines(List<Shift> shifts, ZoneId zone) {
    return shifts.stream()
        .map(s -> s.span().start().atZone(zone).toOffsetDateTime() + " " + people(s))
        .toList();
  }

  public static String people(Shift shift) {
    return String.join("+", shift.people());
  }

  public static List<String> peopleOn(RotationCalendar calendar, String role, Instant at) {
    List<String> people = new ArrayList<>();
    calendar.onCall(role, at).forEach(shift -> people.addAll(shift.people()));
    return people;
  }
}
