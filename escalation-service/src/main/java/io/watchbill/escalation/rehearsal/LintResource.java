package io.watchbill.escalation.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.policy.PolicyReader;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lints policies. */
@Path("/v1/policies/{id}/lint")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class LintResource {
  private final Linter linter;

  LintResource(Linter linter) {
    this.linter = linter;
  }

  @GET
  @Operation(operationId = "lintPolicy", summary = "Lint a policy")
  public LintView stored(String id) {
    return linter.stored(id);
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, PolicyText.YAML})
  @Operation(operationId = "lintProposal", summary = "Lint a proposed policy")
  public LintView proposal(String id, @Context HttpHeaders headers, @Nullable String body) {
    PolicyText text = PolicyText.parse(body, headers.getMediaType());
    Policy policy = text.read(tree -> PolicyReader.read(id, tree)).policy();
    return linter.proposed(policy);
  }
}
