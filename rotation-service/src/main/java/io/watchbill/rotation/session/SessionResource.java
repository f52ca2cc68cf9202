package io.watchbill.rotation.session;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Uuid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The session endpoints. */
@Path("/v1/sessions")
@RunOnVirtualThread
@Tag(name = "sessions", description = "Browsers in which somebody is signed in.")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("**")
public class SessionResource {
  private final SessionService sessions;

  SessionResource(SessionService sessions) {
    this.sessions = sessions;
  }

  @GET
  @Operation(operationId = "listSessions", summary = "List sessions")
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("person") @Nullable String person,
      @Context UriInfo uri) {
    return sessions.list(page, Id.parameter("person", person)).toResponse(uri);
  }

  @GET
  @Path("/current")
  @Operation(operationId = "getCurrentSession", summary = "Get the session of the request")
  public Response current() {
    return Response.ok(sessions.current()).build();
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "endSession", summary = "End a session")
  public Response end(@PathParam("id") String id) {
    sessions.end(Uuid.inPath("session", id));
    return Response.noContent().build();
  }
}
