package io.watchbill.rotation.schedule;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.definition.Rotation;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.rotation.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Reads everything that determines who is on call. */
@ApplicationScoped
public class ScheduleReader {
  private final VersionReader versions;
  private final OverrideReader overrides;

  ScheduleReader(VersionReader versions, OverrideReader overrides) {
    this.versions = versions;
    this.overrides = overrides;
  }

  /** Returns one rotation, with the overrides that overlap the range. */
  public Rotation rotation(Tx tx, String id, Span range) {
    return requireNonNull(rotations(tx, List.of(id), range).get(id), id);
  }

  /** Returns calendars that are correct within the range, by the id of the rotation. */
  public Map<String, RotationCalendar> calendars(Tx tx, Collection<String> ids, Span range) {
    Map<String, RotationCalendar> calendars = new LinkedHashMap<>();
    rotations(tx, ids, range)
        .forEach((id, schedule) -> calendars.put(id, new RotationCalendar(schedule)));
    return calendars;
  }

  private Map<String, Rotation> rotations(Tx tx, Collection<String> ids, Span range) {
    Supplier<Map<String, OverrideReader.Overrides>> asked = overrides.touching(tx, ids, range);
    Map<String, List<Version>> definitions = versions.read(tx, ids);
    Map<String, OverrideReader.Overrides> made = asked.get();
    Map<String, Rotation> rotations = new LinkedHashMap<>();
    for (String id : ids) {
      OverrideReader.Overrides its = made.getOrDefault(id, OverrideReader.Overrides.NONE);
      List<Version> ofRotation = definitions.getOrDefault(id, List.of());
      rotations.put(id, new Rotation(id, ofRotation, its.replacements(), its.additions()));
    }
    return rotations;
  }
}
