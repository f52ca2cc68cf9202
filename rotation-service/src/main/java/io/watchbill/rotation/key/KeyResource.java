package io.watchbill.rotation.key;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The key endpoints. */
@Path("/v1/keys")
@RunOnVirtualThread
@Tag(name = "keys", description = "Who may call the API.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class KeyResource {
  private static final Set<String> KINDS = Set.of("person", "integration", "service", "automation");

  private final KeyService keys;
  private final KnownIntegrations integrations;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  KeyResource(
      KeyService keys, KnownIntegrations integrations, IdempotencyKeys idempotency, Caller caller) {
    this.keys = keys;
    this.integrations = integrations;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed("**")
  @Operation(operationId = "makeKey", summary = "Create a key")
  public Response make(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") KeyRequest request) {
    keys.demandMaking(request);
    List<Directory.Named> notChecked = integrations.check(request);
    Response answer =
        idempotency.once(
            key,
            caller.name(),
            "POST /v1/keys",
            request,
            tx -> {
              KeyView made = keys.mint(tx, request);
              return Answer.created(made, URI.create("/v1/keys/" + made.id()))
                  .storing(made.withoutSecret());
            });
    return NotChecked.tell(answer, notChecked);
  }

  @GET
  @RolesAllowed("**")
  @Operation(operationId = "listKeys", summary = "List keys")
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("principal") @Nullable String principal,
      @Context UriInfo uri) {
    if (kind != null && !KINDS.contains(kind)) {
      throw Problem.invalid("kind", "the kind must be one of " + KINDS);
    }
    return keys.list(
            page,
            Optional.ofNullable(kind),
            Optional.ofNullable(Id.parameter("principal", principal)))
        .toResponse(uri);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed("**")
  @Operation(operationId = "revokeKey", summary = "Revoke a key")
  public Response revoke(@PathParam("id") String id) {
    keys.revoke(id);
    return Response.noContent().build();
  }
}
