package io.watchbill.rotation.workingtime;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.definition.InForce;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.WorkingWeek;
import io.watchbill.rotation.holiday.HolidayReader;
import io.watchbill.rotation.hours.HoursDefinition;
import io.watchbill.rotation.hours.HoursPlan;
import io.watchbill.rotation.hours.HoursRepository;
import io.watchbill.rotation.person.KnownPeople;
import io.watchbill.rotation.rotation.RotationRepository;
import io.watchbill.rotation.rotation.StoredRotation;
import io.watchbill.rotation.rotation.VersionReader;
import io.watchbill.rotation.team.KnownTeams;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Finds the hours that apply: a rotation's own, or else its team's; a person's own, or else their
 * team's.
 */
@ApplicationScoped
class WorkingHoursReader {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final HoursRepository hours;
  private final HolidayReader holidays;
  private final RotationRepository rotations;
  private final VersionReader versions;
  private final KnownPeople people;
  private final KnownTeams teams;

  WorkingHoursReader(
      HoursRepository hours,
      HolidayReader holidays,
      RotationRepository rotations,
      VersionReader versions,
      KnownPeople people,
      KnownTeams teams) {
    this.hours = hours;
    this.holidays = holidays;
    this.rotations = rotations;
    this.versions = versions;
    this.people = people;
    this.teams = teams;
  }

  /** Returns the hours of a rotation within a range: each version has its own or inherits. */
  WorkingHours ofRotation(Tx tx, String id, Span range) {
    StoredRotation rotation =
        rotations.find(tx, id).orElseThrow(() -> Problem.notFound("rotation", id));
    List<InForce> inForce =
        InForce.of(requireNonNull(versions.read(tx, List.of(id)).get(id), id)).stream()
            .filter(version -> version.span().overlaps(range))
            .toList();
    Optional<WorkingWeek> inherited =
        hours.ofTeam(tx, rotation.team()).map(own -> plan(tx, own, UTC));
    List<WorkingHours.Part> parts =
        inForce.stream()
            .map(v -> new WorkingHours.Part(v.span(), v.version().hours().or(() -> inherited)))
            .toList();
    ZoneId zone =
        parts.getFirst().hours().map(WorkingWeek::zone).orElse(inForce.getFirst().version().zone());
    return new WorkingHours(zone, parts);
  }

  WorkingHours ofPerson(Tx tx, String id) {
    ZoneId zone = people.zoneOf(tx, id).orElseThrow(() -> Problem.notFound("person", id));
    return WorkingHours.ever(zone, hours.ofPerson(tx, id).map(own -> plan(tx, own, zone)));
  }

  WorkingHours ofTeam(Tx tx, String id) {
    if (!teams.exists(tx, id)) {
      throw Problem.notFound("team", id);
    }
    return WorkingHours.ever(UTC, hours.ofTeam(tx, id).map(own -> plan(tx, own, UTC)));
  }

  private WorkingWeek plan(Tx tx, HoursDefinition own, ZoneId zone) {
    List<String> calendars = own.holidays() == null ? List.of() : own.holidays();
    return HoursPlan.workingTime(own, zone, holidays.days(tx, calendars));
  }
}
