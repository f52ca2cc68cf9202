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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Checks over HTTP. */
@Path("/v1/rotations/{id}/coverage")
@RunOnVirtualThread
@Heavy
@Tag(name = "checks", description = "What is wrong with the shift to come, and how good it is.")
@Produces(MediaType.APPLICATION_JSON)
public class CoverageResource {
  private static final int MOST_DAYS = 180;

  private final CoverageService checks;

  CoverageResource(CoverageService checks) {
    this.checks = checks;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "checkRotation",
      summary = "Gaps, double bookings and people nobody can reach, and a score of 0 to 100",
      description =
          "Looks 60 days ahead unless told otherwise. How people are reached is asked of the"
              + " escalation-service; when it does not answer that part is left out of the score.")
  public CoverageReport check(
      @PathParam("id") String id,
      @Parameter(description = "How far to look: 1 to 180, 60 when absent.", example = "60")
          @QueryParam("days")
          String days) {
    return checks.check(Id.inPath(id), WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
