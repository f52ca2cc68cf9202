package io.watchbill.escalation.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.onwatch.Kept;
import io.watchbill.escalation.plan.KeptShifts;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.plan.Rehearsal;
import io.watchbill.escalation.policy.Definition;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
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
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who would be paged, and why? By the function that decides in earnest. */
@Path("/v1/policies/{id}/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class DryRunResource {
  private static final Duration LENGTH = Duration.ofDays(31);
  private static final String EXAMPLE =
      """
      {"facts": {"severity": "P1", "tags": ["ransomware"], "acknowledgeSla": "PT15M"},
       "at": "2026-12-24T02:00:00Z", "acknowledged": [{"by": "alice", "after": "PT20M"}]}
      """;

  private final Database database;
  private final PolicyBook policies;
  private final Kept kept;

  DryRunResource(Database database, PolicyBook policies, Kept kept) {
    this.database = database;
    this.policies = policies;
    this.kept = kept;
  }

  @POST
  @Operation(
      operationId = "dryRunPolicy",
      summary = "Says who would be paged for an incident, and why; and who would not, and why not",
      description =
          "Changes nothing. By the shifts and the working time that are kept, at most 16 days"
              + " ahead; beyond them it is unknown who is on watch, and the answer says so.")
  public DryRunView run(
      String id,
      @RequestBody(
              content =
                  @Content(
                      schema = @Schema(implementation = DryRunRequest.class),
                      examples = @ExampleObject(name = "ransomware", value = EXAMPLE)))
          DryRunRequest request) {
    if (request == null) {
      throw Problem.invalid("", "Facts are expected.");
    }
    return database.read(
        tx -> {
          DryRunRequest incident = request.checked(tx.now());
          Definition definition =
              policies.current(tx, id).orElseThrow(() -> Problem.notFound("policy", id));
          Policy policy = definition.policy();
          Instant until = incident.at().plus(LENGTH);
          KeptShifts shifts = kept.by(tx, List.of(policy), incident.at(), until);
          return DryRuns.view(
              policy,
              Rehearsal.walk(
                  policy,
                  incident.facts().from(incident.at(), incident.acknowledged()),
                  shifts,
                  incident.at(),
                  LENGTH));
        });
  }
}
