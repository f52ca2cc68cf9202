package io.watchbill.rotation.watch;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.Replacement;
import io.watchbill.rotation.calendar.Rotation;
import io.watchbill.rotation.calendar.RotationCalendar;
import io.watchbill.rotation.calendar.Span;
import io.watchbill.rotation.calendar.Version;
import io.watchbill.rotation.rotation.VersionReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Loads what decides who is on watch. */
@ApplicationScoped
public class WatchBill {
  private final VersionReader versions;
  private final ReplacementRepository replacements;

  WatchBill(VersionReader versions, ReplacementRepository replacements) {
    this.versions = versions;
    this.replacements = replacements;
  }

  /** The definition of one rotation, with the overrides that touch the range. */
  public Rotation rotation(Tx tx, String id, Span range) {
    return rotations(tx, List.of(id), range).get(id);
  }

  /** Calendars that are right within the range, by the id of the rotation. */
  public Map<String, RotationCalendar> calendars(Tx tx, Collection<String> ids, Span range) {
    Map<String, RotationCalendar> calendars = new LinkedHashMap<>();
    rotations(tx, ids, range).forEach((id, bill) -> calendars.put(id, new RotationCalendar(bill)));
    return calendars;
  }

  private Map<String, Rotation> rotations(Tx tx, Collection<String> ids, Span range) {
    Map<String, List<Version>> definitions = versions.read(tx, ids);
    Map<String, List<Replacement>> overrides = replacements.touching(tx, ids, range);
    Map<String, Rotation> rotations = new LinkedHashMap<>();
    ids.forEach(
        id ->
            rotations.put(
                id,
                new Rotation(
                    id,
                    definitions.getOrDefault(id, List.of()),
                    overrides.getOrDefault(id, List.of()))));
    return rotations;
  }
}
