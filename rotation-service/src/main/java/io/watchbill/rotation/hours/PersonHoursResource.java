package io.watchbill.rotation.hours;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.person.Acting;
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

/** The working hours endpoints of people. */
@Path("/v1/people/{id}/working-hours")
@RunOnVirtualThread
@Tag(name = "working hours", description = "When people work.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonHoursResource {
  private final HoursService hours;
  private final Database database;
  private final Acting acting;

  PersonHoursResource(HoursService hours, Database database, Acting acting) {
    this.hours = hours;
    this.database = database;
    this.acting = acting;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getPersonHours", summary = "Get a person's own working hours")
  public Response get(@PathParam("id") String id) {
    return answer(hours.get(HoursOwner.PERSON, Id.inPath(id)));
  }

  @PUT
  @RolesAllowed({Rights.VIEWER, Rights.ADMIN})
  @Operation(operationId = "putPersonHours", summary = "Set a person's own working hours")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull(message = "a body is required") HoursDefinition wanted) {
    requireRightsOver(Id.inPath(id));
    return answer(hours.put(HoursOwner.PERSON, id, wanted, ifMatch));
  }

  @DELETE
  @RolesAllowed({Rights.VIEWER, Rights.ADMIN})
  @Operation(operationId = "removePersonHours", summary = "Remove a person's own working hours")
  public Response remove(
      @PathParam("id") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    requireRightsOver(Id.inPath(id));
    hours.remove(HoursOwner.PERSON, id, ifMatch);
    return Response.noContent().build();
  }

  private void requireRightsOver(String person) {
    database.run(tx -> acting.demandFor(tx, person));
  }

  private static Response answer(StoredHours stored) {
    return Response.ok(stored.hours()).tag(RevisionTag.etag(stored.revision())).build();
  }
}
