package io.watchbill.escalation.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
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
  private final DryRunner dryRuns;

  DryRunResource(DryRunner dryRuns) {
    this.dryRuns = dryRuns;
  }

  @POST
  @Operation(operationId = "dryRunPolicy", summary = "Dry-run a policy")
  public DryRunView run(String id, @Nullable DryRunRequest request) {
    if (request == null) {
      throw Problem.invalid("", "The body must contain facts.");
    }
    return dryRuns.run(id, request);
  }
}
