package io.watchbill.rotation.hours;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The working hours endpoints of teams. */
@Path("/v1/teams/{id}/working-hours")
@RunOnVirtualThread
@Tag(name = "working hours", description = "When people work.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamHoursResource {
  private final HoursService hours;
  private final Caller caller;

  TeamHoursResource(HoursService hours, Caller caller) {
    this.hours = hours;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getTeamHours", summary = "Get a team's working hours")
  public Response get(@PathParam("id") String id) {
    return answer(hours.get(HoursOwner.TEAM, Id.inPath(id)));
  }

  @PUT
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "putTeamHours", summary = "Set a team's working hours")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull(message = "a body is required") HoursDefinition wanted) {
    caller.require(Rights.MANAGER, Id.inPath(id));
    return answer(hours.put(HoursOwner.TEAM, id, wanted, ifMatch));
  }

  @DELETE
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "removeTeamHours", summary = "Remove a team's working hours")
  public Response remove(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    caller.require(Rights.MANAGER, Id.inPath(id));
    hours.remove(HoursOwner.TEAM, id, ifMatch);
    return Response.noContent().build();
  }

  private static Response answer(StoredHours stored) {
    return Response.ok(stored.hours()).tag(RevisionTag.etag(stored.revision())).build();
  }
}
