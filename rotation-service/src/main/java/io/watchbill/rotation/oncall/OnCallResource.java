package io.watchbill.rotation.oncall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.rotation.request.Id;
import io.watchbill.rotation.request.Moment;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is on watch, over HTTP. */
@Path("/v1/on-call")
@RunOnVirtualThread
@Tag(name = "on call", description = "Who is on watch now.")
@Produces(MediaType.APPLICATION_JSON)
public class OnCallResource {
  private final OnCallService onCall;

  OnCallResource(OnCallService onCall) {
    this.onCall = onCall;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getOnCall",
      summary = "Who is on watch now, or at an instant, and who is next",
      description = "One item for each role and layer; roles that nobody holds are in gaps.")
  public OnCall onCall(
      @Parameter(description = "Only this rotation.", example = "security") @QueryParam("rotation")
          String rotation,
      @Parameter(description = "Only this role.", example = "primary") @QueryParam("role")
          String role,
      @Parameter(description = "Now when absent.", example = "2026-12-24T02:00:00Z")
          @QueryParam("at")
          String at) {
    return onCall.at(
        Moment.optional("at", at),
        Optional.ofNullable(Id.parameter("rotation", rotation)),
        Optional.ofNullable(role));
  }
}
