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
  @Operation(
      operationId = "checkRotation",
      summary = "Check a rotation's coverage",
      description =
          "Returns gaps, double bookings, absent people and people who cannot be "
              + "reached, and a score of 0 to 100. Checks 60 days ahead by default. Contact "
              + "methods come from the escalation service; while it does not answer, that "
              + "part is left out of the score.")
  public CoverageReport check(
      @PathParam("id") String id,
      @Parameter(
              description = "How many days ahead to check: 1 to 180, 60 when absent.",
              example = "60")
          @QueryParam("days")
          String days) {
    return checks.check(Id.inPath(id), WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
