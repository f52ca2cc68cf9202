package io.watchbill.escalation.policy;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.EventLoop;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows what a policy was, and who changed it. */
@Path("/v1/policies/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class PolicyVersionResource {
  private final PolicyVersions versions;

  PolicyVersionResource(PolicyVersions versions) {
    this.versions = versions;
  }

  @GET
  @Heavy
  @Operation(operationId = "listPolicyVersions", summary = "List the versions of a policy")
  public Response list(String id, @BeanParam SliceRequest request, @Context UriInfo uri) {
    long before = before(request);
    int limit = request.limitPlusOne();
    return Slice.of(
            EventLoop.await(() -> versions.before(id, before, limit)),
            request,
            version -> Long.toString(version.version()))
        .toResponse(uri);
  }

  private static long before(SliceRequest request) {
    try {
      return request.after().map(Long::parseLong).orElse(Long.MAX_VALUE);
    } catch (NumberFormatException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
