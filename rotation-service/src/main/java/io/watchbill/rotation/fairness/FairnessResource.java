package io.watchbill.rotation.fairness;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Moment;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The fairness endpoints. */
@Path("/v1/rotations/{id}/fairness")
@RunOnVirtualThread
@Heavy
@Tag(name = "fairness", description = "Who is on call how much, and what would make it fairer.")
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
  @Operation(
      operationId = "getFairness",
      summary = "Show how shifts are shared over a range",
      description =
          "Returns the shifts and hours of each person; those at night, on weekends "
              + "and on holidays where they live; those taken from others or by others; and "
              + "how long they were absent.")
  public Fairness view(
      @PathParam("id") String id,
      @Parameter(required = true, example = "2026-01-05T00:00:00Z") @QueryParam("from") String from,
      @Parameter(required = true, example = "2026-04-06T00:00:00Z") @QueryParam("to") String to,
      @Parameter(description = "Only this role.", example = "primary") @QueryParam("role")
          String role) {
    Span range = shifts.range(Moment.needed("from", from), Moment.needed("to", to));
    return fairness.view(Id.inPath(id), range, Optional.ofNullable(role));
  }

  @GET
  @Path("/plan")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "planFairness",
      summary = "Propose overrides, or a new version, that share a role's shifts more fairly",
      description =
          "First for people who are absent or on call elsewhere, then from the person "
              + "with the most hours to the one with the fewest, counted from 90 days back "
              + "and twice on holidays. Nothing changes until somebody creates the "
              + "overrides; each proposal has the form of a request.")
  public Plan plan(
      @PathParam("id") String id,
      @Parameter(required = true, example = "primary") @QueryParam("role") String role,
      @Parameter(
              description = "How many days ahead to plan: 1 to 180, 60 when absent.",
              example = "60")
          @QueryParam("days")
          String days) {
    if (role == null) {
      throw Problem.invalid("role", "role is required");
    }
    return fairness.plan(Id.inPath(id), role, WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
