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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(
      operationId = "listIntegrations",
      summary = "List integrations",
      description = "By id, without their keys.")
  @APIResponse(
      responseCode = "200",
      description = "One slice; the header Link has the next one",
      content = @Content(schema = @Schema(implementation = IntegrationList.class)))
  public Uni<Response> list(
      @QueryParam("archived") @Parameter(description = "Whether to list the archived ones instead.")
          boolean archived,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    return repository
        .list(archived, page.after().orElse(""), page.limitPlusOne())
        .map(
            rows ->
                Slice.of(rows, page, row -> row.id)
                    .map(row -> IntegrationView.of(row, publicUrl))
                    .toResponse(uri));
  }

  @GET
  @Path("/{id}")
  @Operation(
      operationId = "getIntegration",
      summary = "Get an integration",
      description = "Without its keys. The ETag names its revision.")
  @APIResponse(
      responseCode = "200",
      description = "The integration",
      content = @Content(schema = @Schema(implementation = IntegrationView.class)))
  public Uni<Response> get(@PathParam("id") @Parameter(example = "prometheus") String id) {
    return repository
        .known(id)
        .map(row -> row.orElseThrow(() -> Problem.notFound("integration", id)))
        .map(this::shown);
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "changeIntegration",
      summary = "Change an integration",
      description =
          "Everything but id and kind, for requests from now on. If-Match, if sent, must name the current"
              + " revision. A team or policy that does not exist is refused; one that could not be"
              + " looked up is named in the header Watchbill-Not-Checked. An acknowledgement time-out"
              + " applies to incidents that are already acknowledged, too.")
  @APIResponse(
      responseCode = "200",
      description = "Changed",
      content = @Content(schema = @Schema(implementation = IntegrationView.class)))
  @APIResponse(responseCode = "412", description = "Somebody else has changed it meanwhile")
  public Uni<Response> change(
      @PathParam("id") @Parameter(example = "prometheus") String id,
      @HeaderParam("If-Match") @Parameter(example = "\"3\"") String ifMatch,
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
      String id, String ifMatch, IntegrationBody body, Principal principal) {
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
  @Operation(
      operationId = "archiveIntegration",
      summary = "Archive an integration",
      description =
          "Its keys are refused from now on; its incidents stay. Needs the right 'manager' for its team.")
  @APIResponse(responseCode = "204", description = "Archived")
  public Uni<Void> archive(@PathParam("id") @Parameter(example = "prometheus") String id) {
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

  /** For the description of the API only. */
  record IntegrationList(List<IntegrationView> items) {}
}
