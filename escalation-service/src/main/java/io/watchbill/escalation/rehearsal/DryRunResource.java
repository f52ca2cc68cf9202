package io.watchbill.escalation.rehearsal;

import static java.util.Objects.requireNonNullElse;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.rehearsal.Rehearsal;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Dry runs, by the same function that decides in earnest. */
@Path("/v1/policies/{id}/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class DryRunResource {
  private static final Duration LENGTH = Duration.ofDays(31);

  private final Database database;
  private final PolicyBook policies;
  private final OnCallCache kept;
  private final Rehearsals rehearsals;

  DryRunResource(Database database, PolicyBook policies, OnCallCache kept, Rehearsals rehearsals) {
    this.database = database;
    this.policies = policies;
    this.kept = kept;
    this.rehearsals = rehearsals;
  }

  @POST
  @Operation(operationId = "dryRunPolicy", summary = "Dry-run a policy")
  public DryRunView run(String id, @Nullable DryRunRequest request) {
    if (request == null) {
      throw Problem.invalid("", "The body must contain facts.");
    }
    request.check();
    Known known = database.read(tx -> known(tx, id, request));
    return rehearsals.compute(() -> view(known));
  }

  /** Everything the dry run needs, read in one transaction. */
  private record Known(
      Policy policy, DryRunRequest incident, Instant triggered, CachedShifts shifts) {}

  private Known known(Tx tx, String id, DryRunRequest incident) {
    Policy policy =
        policies.current(tx, id).orElseThrow(() -> Problem.notFound("policy", id)).policy();
    Instant triggered = requireNonNullElse(incident.at(), tx.now());
    Instant until = triggered.plus(LENGTH);
    return new Known(policy, incident, triggered, kept.by(tx, List.of(policy), triggered, until));
  }

  private static DryRunView view(Known known) {
    DryRunRequest incident = known.incident();
    return DryRuns.view(
        known.policy(),
        Rehearsal.walk(
            known.policy(),
            incident.facts().from(known.triggered(), incident.acknowledged()),
            known.shifts(),
            known.triggered(),
            LENGTH));
  }
}
