package io.watchbill.kit.event;

import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/**
 * The endpoints for parked events. Each service has its own path, since one host may serve all
 * services.
 */
public abstract class ParkedEventsApi {
  private final ParkedEvents parked;
  private final Caller caller;

  protected ParkedEventsApi(ParkedEvents parked, Caller caller) {
    this.parked = parked;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.ADMIN)
  @Operation(
      operationId = "listParkedEvents",
      summary = "List parked events",
      description = "Oldest first. Needs the right admin for all teams.")
  @APIResponse(
      responseCode = "200",
      description = "The events",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = ParkedEvent.class)))
  public Response list(@BeanParam SliceRequest request, @Context UriInfo uri) {
    return slice(request).toResponse(uri);
  }

  /** Returns one slice of the list, for the page. */
  public Slice<ParkedEvent> slice(SliceRequest request) {
    demandAdmin();
    Optional<UUID> after = request.after().map(ParkedEventsApi::key);
    return Slice.of(
        parked.list(after, request.limitPlusOne()), request, event -> event.id().toString());
  }

  @POST
  @Path("/{id}/retry")
  @RolesAllowed(Rights.ADMIN)
  @Operation(
      operationId = "retryParkedEvent",
      summary = "Retry a parked event",
      description = "Repeats change nothing. The audit log records it.")
  @APIResponse(responseCode = "200", description = "The event, which waits to be sent")
  public ParkedEvent retry(@PathParam("id") UUID id) {
    demandAdmin();
    return parked.retry(id, caller.name());
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.ADMIN)
  @Operation(
      operationId = "dropParkedEvent",
      summary = "Drop a parked event",
      description = "Its receiver never gets it. The audit log records it.")
  @APIResponse(responseCode = "204", description = "It is gone")
  public void drop(@PathParam("id") UUID id) {
    demandAdmin();
    parked.drop(id, caller.name());
  }

  /** Events are of all teams. */
  private void demandAdmin() {
    caller.requireForAllTeams(Rights.ADMIN);
  }

  private static UUID key(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }
}
