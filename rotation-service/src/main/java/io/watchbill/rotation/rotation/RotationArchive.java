package io.watchbill.rotation.rotation;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.Violations;
import io.watchbill.rotation.RotationError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Archives rotations that no policy names any more. */
@ApplicationScoped
class RotationArchive {
  private final Database database;
  private final RotationRepository rotations;
  private final RotationChanged.Publisher changes;
  private final PolicyLookup policies;
  private final Caller caller;

  RotationArchive(
      Database database,
      RotationRepository rotations,
      RotationChanged.Publisher changes,
      PolicyLookup policies,
      Caller caller) {
    this.database = database;
    this.rotations = rotations;
    this.changes = changes;
    this.policies = policies;
    this.caller = caller;
  }

  /**
   * Archives a rotation; an archived one stays as it is.
   *
   * @param unchecked whether to skip the check for policies that name it
   */
  void archive(String id, @Nullable String ifMatch, boolean unchecked) {
    StoredRotation present =
        database.read(
            tx ->
                managed(
                    rotations.find(tx, id).orElseThrow(() -> Problem.notFound("rotation", id))));
    if (present.archived().isEmpty() && !unchecked) {
      checkUnneeded(id, policies.naming(id));
    }
    database.run(
        tx -> {
          StoredRotation row = managed(rotations.locked(tx, id));
          RevisionTag.check(ifMatch, RevisionTag.tag(row.definitionRevision()));
          if (row.archived().isEmpty()) {
            archive(tx, row, unchecked);
          }
        });
  }

  private void archive(Tx tx, StoredRotation row, boolean unchecked) {
    Archived archived = new Archived(tx.now(), Optional.of(caller.name()), unchecked);
    changes.run(tx, row, caller.name(), () -> rotations.archive(tx, row.id(), archived));
  }

  private StoredRotation managed(StoredRotation row) {
    caller.require(Rights.MANAGER, row.team());
    return row;
  }

  private static void checkUnneeded(String id, List<String> policies) {
    Violations needs = new Violations();
    policies.forEach(policy -> needs.at("/v1/policies/" + policy).add("names it in a step"));
    needs.throwIfAny(
        RotationError.STILL_NEEDED, "Policies still name the rotation '" + id + "': see errors.");
  }
}
