package io.watchbill.escalation.visibility;

import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Which incidents a caller may see. Everything that shows something of an incident to a person or a
 * key asks here; what a caller may not see does not exist for that caller.
 */
@ApplicationScoped
public class Visibility {
  private final VisibilityRule rule;
  private final SnapshotRepository snapshots;

  Visibility(VisibilityRule rule, SnapshotRepository snapshots) {
    this.rule = rule;
    this.snapshots = snapshots;
  }

  /** Returns the conditions of a list with the columns {@code id} and {@code incident}. */
  public Where of(IncidentSlice slice) {
    Where where = of(slice.caller());
    slice.incident().ifPresent(incident -> where.and("incident = ?", incident));
    slice.after().ifPresent(after -> where.and("id > ?", after));
    return where;
  }

  /** Returns the condition for all that the caller may see, by the column {@code incident}. */
  public Where of(Principal caller) {
    Where where = new Where();
    rule.restrict(where, caller, "incident");
    return where;
  }

  /** Returns whether the caller may see an incident; nothing hides one that is not known. */
  public boolean allows(Tx tx, Principal caller, UUID incident) {
    return snapshots.access(tx, incident).map(access -> rule.allows(caller, access)).orElse(true);
  }
}
