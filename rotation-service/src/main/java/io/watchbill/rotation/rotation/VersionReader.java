package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.definition.Version;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.holiday.HolidayReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the versions of rotations in the form of the calendar. */
@ApplicationScoped
public class VersionReader {
  private final VersionRepository versions;
  private final HolidayReader holidays;

  VersionReader(VersionRepository versions, HolidayReader holidays) {
    this.versions = versions;
    this.holidays = holidays;
  }

  /** Returns the versions of each rotation. */
  public Map<String, List<Version>> read(Tx tx, Collection<String> ids) {
    List<StoredVersion> stored = versions.of(tx, ids);
    Map<String, Holidays> days = days(tx, stored);
    return stored.stream()
        .collect(
            Collectors.groupingBy(
                StoredVersion::rotation,
                Collectors.mapping(
                    version ->
                        Plans.version(
                            version.number(), version.effectiveFrom(), version.definition(), days),
                    Collectors.toList())));
  }

  private Map<String, Holidays> days(Tx tx, List<StoredVersion> versions) {
    return holidays.days(
        tx,
        versions.stream()
            .flatMap(version -> version.definition().holidayCalendars().stream())
            .collect(Collectors.toSet()));
  }
}
