package io.watchbill.rotation.person;

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
import jakarta.ws.rs.PATCH;
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

/** The people endpoints. */
@Path("/v1/people")
@Tag(name = "people", description = "People who can be on call.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonResource {
  private final PersonService people;
  private final Caller caller;

  PersonResource(PersonService people, Caller caller) {
    this.people = people;
    this.caller = caller;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listPeople", summary = "List people")
  public Uni<Response> list(
      @BeanParam SliceRequest page,
      @QueryParam("archived") boolean archived,
      @Context UriInfo uri) {
    return people.list(page, archived).map(found -> found.toResponse(uri));
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getPerson", summary = "Get a person")
  public Uni<Response> get(@PathParam("id") String id) {
    return people.get(Id.inPath(id)).map(person -> answer(Response.ok(), person));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "putPerson", summary = "Create or update a person")
  public Uni<Response> put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "a body is required") Person person) {
    Id.inPath(id);
    if (person.id() != null && !person.id().equals(id)) {
      throw Problem.invalid("/id", "the id must be that of the path, '" + id + "', or absent");
    }
    Principal by = caller.principal();
    return Retry.onConflict(() -> people.put(id, person, ifMatch, by))
        .map(saved -> answer(Response.status(saved.made() ? 201 : 200), saved.person()));
  }

  @PATCH
  @Path("/{id}")
  @RolesAllowed("**")
  @Operation(operationId = "changePerson", summary = "Change a person's name or time zone")
  public Uni<Response> change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "a body is required") PersonChange change) {
    Id.inPath(id);
    Principal by = caller.principal();
    return Retry.onConflict(() -> people.change(id, change, ifMatch, by))
        .map(person -> answer(Response.ok(), person));
  }

  private static Response answer(Response.ResponseBuilder response, PersonEntity person) {
    return response.tag(RevisionTag.etag(person.revision)).entity(person.toPerson()).build();
  }
}
