package io.watchbill.rotation.shift;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.load.Heavy;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.shift.ShiftService.Wanted;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The shift endpoint. */
@Path("/v1/rotations/{id}/shifts")
@RunOnVirtualThread
@Heavy
@Tag(name = "shifts", description = "Who is on call when, with overrides applied.")
@Produces(MediaType.APPLICATION_JSON)
public class ShiftResource {
  private final ShiftService shifts;

  ShiftResource(ShiftService shifts) {
    this.shifts = shifts;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listShifts", summary = "List the final shifts and gaps of a rotation")
  public Response list(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("role") @Nullable String role,
      @QueryParam("overrides") @DefaultValue("true") boolean overrides,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    Span range = shifts.range(Instants.needed("from", from), Instants.needed("to", to));
    ShiftService.Tagged answer =
        shifts.shifts(
            Id.inPath(id), new Wanted(range, Optional.ofNullable(role), overrides), ifNoneMatch);
    return answer
        .shifts()
        .map(Response::ok)
        .orElseGet(Response::notModified)
        .tag(RevisionTag.etag(answer.tag()))
        .header("Cache-Control", "private, no-cache")
        .build();
  }
}
