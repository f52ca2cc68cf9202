package io.watchbill.rotation.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Definitions and instants in the few words a table test has room for. */
final class Calendars {

  static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
  static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

  private Calendars() {}

  static Instant at(String offsetDateTime) {
    return OffsetDateTime.parse(offsetDateTime).toInstant();
  }

  static Span span(String start, String end) {
    return new Span(at(start), at(end));
  }

  static Grid every(int every, Cadence.Unit unit, String start, ZoneId zone) {
    return new Grid.Repeating(LocalDateTime.parse(start), zone, new Cadence(every, unit));
  }

  static Grid weekly(String start, ZoneId zone) {
    return every(1, Cadence.Unit.WEEK, start, zone);
  }

  static Grid standing() {
    return new Grid.Standing(Instant.MIN);
  }

  /** Turns as words; people of one turn are joined by a plus. */
  static Layer layer(String name, Grid grid, String turns) {
    return new Layer(
        name,
        grid,
        Arrays.stream(turns.split(" ")).map(turn -> List.of(turn.split("\\+"))).toList());
  }

  static Role role(String name, Layer... layers) {
    return new Role.Layered(name, List.of(layers));
  }

  static Role following(String name, String role, int offset) {
    return new Role.Following(name, role, offset);
  }

  static Version first(Role... roles) {
    return new Version(1, Instant.MIN, List.of(roles));
  }

  static Version version(int number, String from, Role... roles) {
    return new Version(number, at(from), List.of(roles));
  }

  static Replacement replace(
      String id, String role, String replaces, String person, String start, String end) {
    return new Replacement(
        id, role, span(start, end), Optional.ofNullable(replaces), Optional.of(person), "dentist");
  }

  static Replacement remove(String id, String role, String leaves, String start, String end) {
    return new Replacement(
        id, role, span(start, end), Optional.ofNullable(leaves), Optional.empty(), "ill");
  }

  static Addition add(String id, String role, String person, String start, String end) {
    return new Addition(id, role, span(start, end), person, "big day");
  }

  static RotationCalendar beside(Version version, Addition... additions) {
    return new RotationCalendar(
        new Rotation("security", List.of(version), List.of(), List.of(additions)));
  }

  static RotationCalendar calendar(Version... versions) {
    return new RotationCalendar(new Rotation("security", List.of(versions), List.of()));
  }

  static RotationCalendar overridden(Version version, Replacement... replacements) {
    return new RotationCalendar(new Rotation("security", List.of(version), List.of(replacements)));
  }

  /** Each shift as {@code start people}, the start at the offset of the zone. */
  static List<String> lines(List<Shift> shifts, ZoneId zone) {
    return shifts.stream()
        .map(s -> s.span().start().atZone(zone).toOffsetDateTime() + " " + people(s))
        .toList();
  }

  static String people(Shift shift) {
    return String.join("+", shift.people());
  }

  static List<String> peopleOn(RotationCalendar calendar, String role, Instant at) {
    List<String> people = new ArrayList<>();
    calendar.onCall(role, at).forEach(shift -> people.addAll(shift.people()));
    return people;
  }
}
