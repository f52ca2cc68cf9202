package io.watchbill.escalation.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.policy.PolicyText;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs policy tests. */
@Path("/v1/policies/{id}/tests")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Heavy
public class PolicyTestResource {
  private final PolicyTester tester;

  PolicyTestResource(PolicyTester tester) {
    this.tester = tester;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, PolicyText.YAML})
  @Operation(operationId = "testPolicy", summary = "Test a policy")
  public PolicyTestsView run(String id, @Context HttpHeaders headers, @Nullable String body) {
    return tester.run(id, PolicyText.parse(body, headers.getMediaType()));
  }
}
