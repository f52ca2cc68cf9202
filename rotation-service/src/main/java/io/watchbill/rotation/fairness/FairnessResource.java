package io.watchbill.rotation.fairness;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.input.WholeNumber;
import io.watchbill.rotation.shift.ShiftService;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fairness endpoints. */
@Path("/v1/rotations/{id}/fairness")
@RunOnVirtualThread
@Heavy
@Tag(
    name = "fairness",
    description = "How much each person is on call, and what would make it fairer.")
@Produces(MediaType.APPLICATION_JSON)
public class FairnessResource {
  private static final int MOST_DAYS = 180;

  private final FairnessService fairness;
  private final ShiftService shifts;

  FairnessResource(FairnessService fairness, ShiftService shifts) {
    this.fairness = fairness;
    this.shifts = shifts;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getFairness", summary = "Show how shifts are shared over a range")
  public Fairness view(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("role") @Nullable String role) {
    Span range = shifts.range(Instants.needed("from", from), Instants.needed("to", to));
    return fairness.view(Id.inPath(id), range, Optional.ofNullable(role));
  }

  @GET
  @Path("/plan")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "planFairness",
      summary = "Propose overrides, or a new version, that share a role's shifts more fairly")
  public Plan plan(
      @PathParam("id") String id,
      @QueryParam("role") @Nullable String role,
      @QueryParam("days") @Nullable String days) {
    if (role == null) {
      throw Problem.invalid("role", "role is required");
    }
    return fairness.plan(Id.inPath(id), role, WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
