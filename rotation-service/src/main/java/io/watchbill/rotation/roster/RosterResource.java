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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(
      operationId = "importShifts",
      summary = "Import a schedule from an iCalendar file",
      description =
          "Takes events from now to a year ahead. Each event is a shift of the one "
              + "person whom its attendee's e-mail address names, or its summary, by id or "
              + "name: 'Alice', or 'On Call - Alice'. Where that person is not alone on "
              + "call, an override puts them there, at most 1000; between the events the "
              + "definition applies. Times are in each event's own time zone, or else the "
              + "calendar's (X-WR-TIMEZONE), or else the rotation's; events whose times are "
              + "not understood are listed. The same file may be sent again. Needs the right "
              + "manager of the team.")
  public RosterImported importFile(
      @PathParam("id") String id,
      @Parameter(required = true, example = "primary") @QueryParam("role") String role,
      @NotNull(message = "a body is required") String calendar) {
    if (role == null) {
      throw Problem.invalid("role", "role is required");
    }
    return roster.read(Id.inPath(id), role, calendar);
  }
}
