package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.Version;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The versions of rotations as the calendar computes with them. */
@ApplicationScoped
public class VersionReader {
  private final RotationRepository rotations;

  VersionReader(RotationRepository rotations) {
    this.rotations = rotations;
  }

  /** The versions of each of the rotations. */
  public Map<String, List<Version>> read(Tx tx, Collection<String> ids) {
    return rotations.versions(tx, ids).stream()
        .collect(
            Collectors.groupingBy(
                StoredVersion::rotation,
                Collectors.mapping(VersionReader::version, Collectors.toList())));
  }

  private static Version version(StoredVersion stored) {
    return new Version(stored.number(), stored.effectiveFrom(), Plans.roles(stored.definition()));
  }
}
