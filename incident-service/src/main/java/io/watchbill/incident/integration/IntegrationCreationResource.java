package io.watchbill.incident.integration;

import io.smallrye.mutiny.Uni;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.http.PublicUrl;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Creates integrations, and keys for them. */
@Path("/v1/integrations")
@RolesAllowed(Rights.MANAGER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class IntegrationCreationResource {
  private final IntegrationRepository repository;
  private final Keys keys;
  private final TeamsAndPolicies names;
  private final Caller caller;
  private final PublicUrl publicUrl;

  IntegrationCreationResource(
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
  @Operation(operationId = "createIntegration", summary = "Create an integration")
  public Uni<Response> create(@Valid @NotNull(message = "A body is needed.") IntegrationBody body) {
    caller.require(Rights.MANAGER, body.team());
    String id = body.id();
    if (id == null) {
      throw Problem.invalid("/id", IntegrationBody.ID_MESSAGE);
    }
    return repository
        .known(id)
        .invoke(IntegrationCreationResource::refuseKnown)
        .flatMap(unknown -> names.checkLater(body.team(), body.policy()))
        .flatMap(notChecked -> make(id, body, notChecked));
  }

  private Uni<Response> make(String id, IntegrationBody body, List<Directory.Named> notChecked) {
    return keys.mint(id)
        .flatMap(key -> insert(id, body, key))
        .map(answer -> NotChecked.tell(answer, notChecked));
  }

  private static void refuseKnown(Optional<IntegrationEntity> known) {
    known.ifPresent(
        row -> {
          throw IntegrationRepository.exists(row.id);
        });
  }

  private Uni<Response> insert(String id, IntegrationBody body, MintedKey key) {
    return repository
        .insert(id, body)
        .map(row -> created(row, key))
        .onFailure()
        .recoverWithUni(failure -> keys.takeBack(key).flatMap(done -> failed(id, failure)));
  }

  /** Somebody else may have taken the id while the key was created. */
  private Uni<Response> failed(String id, Throwable failure) {
    return repository
        .known(id)
        .invoke(IntegrationCreationResource::refuseKnown)
        .flatMap(unknown -> Uni.createFrom().<Response>failure(failure));
  }

  private Response created(IntegrationEntity row, MintedKey key) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/integrations/" + row.id)
        .header("ETag", IntegrationRepository.etag(row))
        .entity(IntegrationView.of(row, publicUrl).withKey(key.key()))
        .build();
  }

  @POST
  @Path("/{id}/keys")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "createIntegrationKey",
      summary = "Create another key for an integration")
  public Uni<Response> createKey(@PathParam("id") String id) {
    Principal principal = caller.principal();
    return repository
        .active(id)
        .invoke(row -> IntegrationResource.require(principal, row.team))
        .flatMap(row -> keys.mint(row.id))
        .map(key -> Response.status(Response.Status.CREATED).entity(key).build());
  }
}
