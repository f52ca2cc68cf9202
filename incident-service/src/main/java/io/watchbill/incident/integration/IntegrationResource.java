package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.peer.Directory;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
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
  private final Keys keys;
  private final TeamsAndPolicies names;
  private final Caller caller;
  private final PublicUrl publicUrl;

  IntegrationResource(
      IntegrationRepository repository,
      Keys keys,
      TeamsAndPolicies names,
      Caller caller,
      PublicUrl publicUrl) {
    this.repository = repository;
    this.keys = keys;
    this.names = names;
    this.caller = caller;
    this.publicUrl = publicUrl;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "createIntegration",
      summary = "Create an integration",
      description =
          "The answer shows its key, this once. Needs the right 'manager' for the team. If the"
              + " rotation-service cannot create a key, nothing is created and the answer is 503. A team"
              + " or policy that does not exist is refused; one that could not be looked up, because its"
              + " service did not answer, is named in the header Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = IntegrationView.class)))
  @APIResponse(responseCode = "409", description = "The id is taken")
  public Uni<Response> create(@Valid @NotNull(message = "A body is needed.") IntegrationBody body) {
    caller.require(Rights.MANAGER, body.team());
    if (body.id() == null) {
      throw Problem.invalid("/id", IntegrationBody.ID_MESSAGE);
    }
    return repository
        .known(body.id())
        .invoke(IntegrationResource::refuseKnown)
        .flatMap(unknown -> names.checkLater(body.team(), body.policy()))
        .flatMap(notChecked -> make(body, notChecked));
  }

  private Uni<Response> make(IntegrationBody body, List<Directory.Named> notChecked) {
    return keys.mint(body.id())
        .flatMap(key -> insert(body, key))
        .map(answer -> NotChecked.tell(answer, notChecked));
  }

  private static void refuseKnown(Optional<IntegrationEntity> known) {
    known.ifPresent(
        row -> {
          throw IntegrationRepository.exists(row.id);
        });
  }

  private Uni<Response> insert(IntegrationBody body, MintedKey key) {
    return repository
        .insert(body)
        .map(row -> created(row, key))
        .onFailure()
        .recoverWithUni(failure -> keys.takeBack(key).flatMap(done -> failed(body, failure)));
  }

  /** Somebody else may have taken the id while the key was created. */
  private Uni<Response> failed(IntegrationBody body, Throwable failure) {
    return repository
        .known(body.id())
        .invoke(IntegrationResource::refuseKnown)
        .flatMap(unknown -> Uni.createFrom().<Response>failure(failure));
  }

  private Response created(IntegrationEntity row, MintedKey key) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/integrations/" + row.id)
        .header("ETag", IntegrationRepository.etag(row))
        .entity(IntegrationView.of(row, publicUrl).withKey(key.key()))
        .build();
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

  @POST
  @Path("/{id}/keys")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "createIntegrationKey",
      summary = "Create another key for an integration",
      description =
          "The answer shows the key, this once. The keys before stay valid, so that a sender can change"
              + " without a pause.")
  @APIResponse(
      responseCode = "201",
      description = "Created",
      content = @Content(schema = @Schema(implementation = MintedKey.class)))
  public Uni<Response> createKey(@PathParam("id") @Parameter(example = "prometheus") String id) {
    Principal principal = caller.principal();
    return repository
        .active(id)
        .invoke(row -> require(principal, row.team))
        .flatMap(row -> keys.mint(row.id))
        .map(key -> Response.status(Response.Status.CREATED).entity(key).build());
  }

  private Response shown(IntegrationEntity row) {
    return Response.ok(IntegrationView.of(row, publicUrl))
        .header("ETag", IntegrationRepository.etag(row))
        .build();
  }

  private static void require(Principal principal, String team) {
    if (!principal.may(Rights.MANAGER, team)) {
      throw new Problem(
          KitError.FORBIDDEN, "This needs the right 'manager' for the team '" + team + "'.");
    }
  }

  /** For the description of the API only. */
  record IntegrationList(List<IntegrationView> items) {}
}
