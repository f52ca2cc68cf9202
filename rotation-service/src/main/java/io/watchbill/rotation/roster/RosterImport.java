package io.watchbill.rotation.roster;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.time.Spans;
import io.watchbill.rotation.ical.CalendarFile;
import io.watchbill.rotation.ical.CalendarFile.Happening;
import io.watchbill.rotation.override.OverrideKind;
import io.watchbill.rotation.override.OverrideService;
import io.watchbill.rotation.override.ShiftOverride;
import io.watchbill.rotation.person.Acting;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.schedule.ScheduleReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Imports the schedule of another program: where an event has somebody else on call than the
 * rotation, an override puts them on call.
 */
@ApplicationScoped
public class RosterImport {
  private static final Duration AHEAD = Duration.ofDays(366);
  private static final int MOST_EVENTS = 2_000;
  private static final int MOST_OVERRIDES = 1_000;

  private final Database database;
  private final RotationRepository rotations;
  private final OverrideService overrides;
  private final ScheduleReader schedules;
  private final KnownPeople people;
  private final EventPeople names;
  private final Acting acting;
  private final Caller caller;

  RosterImport(
      Database database,
      RotationRepository rotations,
      OverrideService overrides,
      ScheduleReader schedules,
      KnownPeople people,
      EventPeople names,
      Acting acting,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.overrides = overrides;
    this.schedules = schedules;
    this.people = people;
    this.names = names;
    this.acting = acting;
    this.caller = caller;
  }

  RosterImported read(String id, String role, String text) {
    return database.inTransaction(tx -> read(tx, id, role, text));
  }

  private RosterImported read(Tx tx, String id, String role, String text) {
    StoredRotation rotation = rotations.lockPresent(tx, id);
    caller.require(Rights.MANAGER, rotation.team());
    Span ahead = new Span(tx.now(), tx.now().plus(AHEAD));
    Rotation schedule = schedules.rotation(tx, id, ahead);
    RotationCalendar calendar = new RotationCalendar(schedule);
    if (!calendar.roles(ahead).contains(role)) {
      throw Problem.invalid(
          "role", "there is no role '" + role + "'; there are " + calendar.roles(ahead));
    }
    CalendarFile file = CalendarFile.read(text, zone(schedule, tx.now()), ahead, MOST_EVENTS);
    List<Happening> events = file.happenings();
    List<Set<String>> named = names.of(tx, events);
    List<Shift> held = calendar.shifts(ahead, role).shifts();
    List<Span> scheduled =
        spans(new RotationCalendar(schedule.withoutOverrides()).shifts(ahead, role).shifts());
    List<ShiftOverride> wanted = new ArrayList<>();
    List<RosterImported.Unknown> unknown = new ArrayList<>();
    file.notUnderstood().stream()
        .map(event -> new RosterImported.Unknown(event.summary(), null, null, event.why()))
        .forEach(unknown::add);
    int unchanged = 0;
    for (int i = 0; i < events.size(); i++) {
      Span span = events.get(i).span().within(ahead).orElseThrow();
      if (named.get(i).size() != 1) {
        unknown.add(unknown(events.get(i), named.get(i)));
      } else {
        String person = named.get(i).iterator().next();
        List<Span> missing = Spans.without(List.of(span), alone(person, held));
        unchanged += missing.isEmpty() ? 1 : 0;
        parts(missing, scheduled, person, rotation, role, tx).forEach(wanted::add);
      }
    }
    if (wanted.size() > MOST_OVERRIDES) {
      throw Problem.invalid(
          "",
          wanted.size()
              + " overrides would be created, allowed are "
              + MOST_OVERRIDES
              + "; send it in parts");
    }
    List<String> put = wanted.stream().map(ShiftOverride::person).distinct().toList();
    people.unknown(tx, put);
    acting.demandReach(tx, rotation.team(), put, "");
    if (!wanted.isEmpty()) {
      overrides.makeAll(tx, rotation, wanted);
    }
    return new RosterImported(wanted, unchanged, unknown);
  }

  /** Returns the rotation's time zone, for times that name none. */
  private static ZoneId zone(Rotation rotation, Instant now) {
    return InForce.of(rotation.versions()).stream()
        .filter(version -> version.span().contains(now))
        .findFirst()
        .map(inForce -> inForce.version().zone())
        .orElse(ZoneOffset.UTC);
  }

  /**
   * Returns overrides that replace the people on call by the definition, or add the person in a
   * gap.
   */
  private Stream<ShiftOverride> parts(
      List<Span> missing,
      List<Span> scheduled,
      String person,
      StoredRotation rotation,
      String role,
      Tx tx) {
    return Stream.concat(
        Spans.intersection(missing, scheduled).stream()
            .map(span -> override(tx, rotation, role, OverrideKind.REPLACE, person, span)),
        Spans.without(missing, scheduled).stream()
            .map(span -> override(tx, rotation, role, OverrideKind.ADD, person, span)));
  }

  private ShiftOverride override(
      Tx tx, StoredRotation rotation, String role, OverrideKind kind, String person, Span span) {
    return new ShiftOverride(
        Ids.next(),
        rotation.id(),
        role,
        kind,
        person,
        null,
        span.start(),
        span.end(),
        "from a calendar",
        caller.name(),
        tx.now(),
        null);
  }

  private static List<Span> alone(String person, List<Shift> held) {
    List<Span> theirs =
        spans(held.stream().filter(s -> s.people().equals(List.of(person))).toList());
    List<Span> others =
        spans(held.stream().filter(s -> !s.people().equals(List.of(person))).toList());
    return Spans.without(theirs, others);
  }

  private static List<Span> spans(List<Shift> shifts) {
    return Spans.union(shifts.stream().map(Shift::span));
  }

  private static RosterImported.Unknown unknown(Happening event, Set<String> named) {
    return new RosterImported.Unknown(
        event.summary(),
        event.span().start(),
        event.span().end(),
        named.isEmpty()
            ? "it names nobody known"
            : "it names more than one person: " + String.join(", ", named));
  }
}
