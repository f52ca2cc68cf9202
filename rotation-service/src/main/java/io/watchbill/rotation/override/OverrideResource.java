package io.watchbill.rotation.override;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import io.watchbill.rotation.input.Uuid;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The override endpoints. */
@Path("/v1/rotations/{id}/overrides")
@RunOnVirtualThread
@Tag(
    name = "overrides",
    description = "Somebody else is on call, nobody is, or one more person is.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OverrideResource {
  private final OverrideService overrides;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  OverrideResource(OverrideService overrides, IdempotencyKeys idempotency, Caller caller) {
    this.overrides = overrides;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "addOverride", summary = "Create an override")
  public Response add(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") OverrideRequest request) {
    String path = "/v1/rotations/" + Id.inPath(id) + "/overrides";
    return idempotency.once(
        key,
        caller.name(),
        "POST " + path,
        request,
        tx -> {
          ShiftOverride override = overrides.add(tx, id, request);
          return Answer.created(override, URI.create(path + "/" + override.id()));
        });
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listOverrides", summary = "List the overrides of a rotation")
  public Response list(
      @PathParam("id") String id,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    return overrides
        .list(Id.inPath(id), Instants.optional("from", from), Instants.optional("to", to), page)
        .toResponse(uri);
  }

  @GET
  @Path("/{override}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getOverride", summary = "Get an override")
  public ShiftOverride get(@PathParam("id") String id, @PathParam("override") String override) {
    return overrides.get(Id.inPath(id), Uuid.inPath("override", override));
  }

  @DELETE
  @Path("/{override}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "withdrawOverride", summary = "Withdraw an override")
  public Response withdraw(@PathParam("id") String id, @PathParam("override") String override) {
    overrides.withdraw(Id.inPath(id), Uuid.inPath("override", override));
    return Response.noContent().build();
  }
}
