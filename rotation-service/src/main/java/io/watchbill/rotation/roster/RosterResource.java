package io.watchbill.rotation.roster;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The endpoint that imports schedules. */
@Path("/v1/rotations/{id}/shifts/import")
@RunOnVirtualThread
@Heavy
@Tag(name = "shifts")
@Produces(MediaType.APPLICATION_JSON)
public class RosterResource {
  private final RosterImport roster;

  RosterResource(RosterImport roster) {
    this.roster = roster;
  }

  @POST
  @Consumes("text/calendar")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "importShifts", summary = "Import a schedule from an iCalendar file")
  public RosterImported importFile(
      @PathParam("id") String id,
      @QueryParam("role") @Nullable String role,
      @NotNull(message = "a body is required") String calendar) {
    if (role == null) {
      throw Problem.invalid("role", "role is required");
    }
    return roster.read(Id.inPath(id), role, calendar);
  }
}
