package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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

/** Configures integrations: the senders of alerts. */
@Path("/v1/integrations")
@RolesAllowed(Rights.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class IntegrationResource {
  private final IntegrationRepository repository;
  private final TeamsAndPolicies names;
  private final Caller caller;
  private final PublicUrl publicUrl;

  IntegrationResource(
      IntegrationRepository repository,
      TeamsAndPolicies names,
      Caller caller,
      PublicUrl publicUrl) {
    this.repository = repository;
    this.names = names;
    this.caller = caller;
    this.publicUrl = publicUrl;
  }

  @GET
  @Operation(operationId = "listIntegrations", summary = "List integrations")
  public Uni<Response> list(
      @QueryParam("archived") boolean archived,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    return slice(archived, page).map(slice -> slice.toResponse(uri));
  }

  /** Returns one slice of the list, by id. */
  public Uni<Slice<IntegrationView>> slice(boolean archived, SliceRequest page) {
    return repository
        .list(archived, page.after().orElse(""), page.limitPlusOne())
        .map(
            rows ->
                Slice.of(rows, page, row -> row.id).map(row -> IntegrationView.of(row, publicUrl)));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getIntegration", summary = "Get an integration")
  public Uni<Response> get(@PathParam("id") String id) {
    return repository
        .known(id)
        .map(row -> row.orElseThrow(() -> Problem.notFound("integration", id)))
        .map(this::shown);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "changeIntegration", summary = "Change an integration")
  public Uni<Response> change(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull(message = "A body is needed.") IntegrationBody body) {
    if (body.id() != null && !body.id().equals(id)) {
      throw Problem.invalid("/id", "The id is '" + id + "' and never changes.");
    }
    Principal principal = caller.principal();
    return names
        .checkLater(body.team(), body.policy())
        .flatMap(
            notChecked ->
                change(id, ifMatch, body, principal)
                    .map(this::shown)
                    .map(answer -> NotChecked.tell(answer, notChecked)));
  }

  private Uni<IntegrationEntity> change(
      String id, @Nullable String ifMatch, IntegrationBody body, Principal principal) {
    return repository.change(
        id,
        ifMatch,
        row -> {
          require(principal, row.team);
          require(principal, body.team());
          body.onto(row);
        });
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "archiveIntegration", summary = "Archive an integration")
  public Uni<Void> archive(@PathParam("id") String id) {
    Principal principal = caller.principal();
    return repository.archive(id, row -> require(principal, row.team));
  }

  private Response shown(IntegrationEntity row) {
    return Response.ok(IntegrationView.of(row, publicUrl))
        .header("ETag", IntegrationRepository.etag(row))
        .build();
  }

  static void require(Principal principal, String team) {
    if (!principal.may(Rights.MANAGER, team)) {
      throw new Problem(
          KitError.FORBIDDEN, "This needs the right 'manager' for the team '" + team + "'.");
    }
  }
}
