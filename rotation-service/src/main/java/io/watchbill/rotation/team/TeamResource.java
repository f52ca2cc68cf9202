package io.watchbill.rotation.team;

import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Retry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
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

/** The team endpoints. */
@Path("/v1/teams")
@Tag(name = "teams", description = "People who work together.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class TeamResource {
  private final TeamService teams;
  private final Caller caller;

  TeamResource(TeamService teams, Caller caller) {
    this.teams = teams;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listTeams", summary = "List teams")
  public Uni<Response> list(
      @BeanParam SliceRequest page,
      @QueryParam("archived") boolean archived,
      @Context UriInfo uri) {
    return teams.list(page, archived).map(found -> found.toResponse(uri));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getTeam", summary = "Get a team")
  public Uni<Response> get(@PathParam("id") String id) {
    return teams.get(Id.inPath(id)).map(team -> answer(Response.ok(), team));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "putTeam", summary = "Create or update a team")
  public Uni<Response> put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "a body is required") Team team) {
    caller.require(Rights.MANAGER, Id.inPath(id));
    if (team.id() != null && !team.id().equals(id)) {
      throw Problem.invalid("/id", "the id must be that of the path, '" + id + "', or absent");
    }
    Principal by = caller.principal();
    return Retry.onConflict(() -> teams.put(id, team, ifMatch, by))
        .map(saved -> answer(Response.status(saved.made() ? 201 : 200), saved.team()));
  }

  private static Response answer(Response.ResponseBuilder response, TeamEntity team) {
    return response.tag(RevisionTag.etag(team.revision)).entity(team.toTeam()).build();
  }
}
