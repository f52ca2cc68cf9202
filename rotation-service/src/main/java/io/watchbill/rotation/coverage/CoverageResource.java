package io.watchbill.rotation.coverage;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.WholeNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The coverage check endpoint. */
@Path("/v1/rotations/{id}/coverage")
@RunOnVirtualThread
@Heavy
@Tag(name = "checks", description = "Problems of the coming shifts, and a score.")
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {
  private static final int MOST_DAYS = 180;

  private final CoverageService checks;

  CoverageResource(CoverageService checks) {
    this.checks = checks;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "checkRotation", summary = "Check a rotation's coverage")
  public CoverageReport check(
      @PathParam("id") String id, @QueryParam("days") @Nullable String days) {
    return checks.check(Id.inPath(id), WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
