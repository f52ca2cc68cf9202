package io.watchbill.rotation.rotation;

import static java.util.Objects.requireNonNull;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows rotations to the caller. */
@ApplicationScoped
class RotationViews {
  private final VersionRepository versions;
  private final Caller caller;

  RotationViews(VersionRepository versions, Caller caller) {
    this.versions = versions;
    this.caller = caller;
  }

  /** Returns a rotation with its latest definition. */
  RotationService.ShownRotation latest(Tx tx, StoredRotation row, boolean made) {
    return new RotationService.ShownRotation(
        shown(row, versions.of(tx, List.of(row.id())), tx.now()), row.definitionRevision(), made);
  }

  /** Returns rotations with their latest definitions. */
  List<RotationView> all(Tx tx, List<StoredRotation> rows) {
    Map<String, List<StoredVersion>> ofEach =
        versions.of(tx, rows.stream().map(StoredRotation::id).toList()).stream()
            .collect(Collectors.groupingBy(StoredVersion::rotation));
    return rows.stream()
        .map(row -> shown(row, requireNonNull(ofEach.get(row.id()), row.id()), tx.now()))
        .toList();
  }

  /** Returns all versions of a rotation, the newest first. */
  List<RotationView> versions(Tx tx, StoredRotation row) {
    List<StoredVersion> all = versions.of(tx, List.of(row.id()));
    int inForce = StoredVersion.inForce(all, tx.now()).number();
    return all.reversed().stream().map(version -> shown(row, version, inForce)).toList();
  }

  /** Returns the versions of a rotation before a number, the newest first. */
  List<RotationView> versionsBefore(Tx tx, StoredRotation row, int number, int most) {
    int inForce = versions.inForce(tx, row.id());
    return versions.before(tx, row.id(), number, most).stream()
        .map(version -> shown(row, version, inForce))
        .toList();
  }

  private RotationView shown(StoredRotation row, List<StoredVersion> all, Instant now) {
    return shown(row, all.getLast(), StoredVersion.inForce(all, now).number());
  }

  private RotationView shown(StoredRotation row, StoredVersion version, int inForce) {
    RotationDefinition definition = version.definition();
    return new RotationView(
        row.id(),
        row.name(),
        row.team(),
        definition.timeZone(),
        definition.mode(),
        definition.hours(),
        participants(row, definition),
        definition.roles(),
        null,
        version.number(),
        version.effectiveFrom(),
        inForce,
        version.author(),
        version.createdAt(),
        row.archivedAt().orElse(null),
        row.archived().flatMap(Archived::by).orElse(null),
        row.archived().filter(Archived::unchecked).isPresent() ? true : null);
  }

  /** Removes the reasons of pauses, unless the caller manages the team. */
  private @Nullable List<ParticipantDefinition> participants(
      StoredRotation row, RotationDefinition definition) {
    return definition.participants() == null || caller.principal().may(Rights.MANAGER, row.team())
        ? definition.participants()
        : definition.participants().stream().map(ParticipantDefinition::withoutReasons).toList();
  }
}
