package io.watchbill.rotation.swap;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.OnBehalf;
import io.watchbill.rotation.input.Uuid;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The swap endpoints. */
@Path("/v1/rotations/{id}/swaps")
@RunOnVirtualThread
@Tag(name = "swaps", description = "Two people trade shifts.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SwapResource {
  private final SwapService swaps;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  SwapResource(SwapService swaps, IdempotencyKeys idempotency, Caller caller) {
    this.swaps = swaps;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "proposeSwap", summary = "Propose a swap")
  public Response propose(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") SwapBody body) {
    String path = "/v1/rotations/" + Id.inPath(id) + "/swaps";
    return idempotency.once(
        key,
        caller.name(),
        "POST " + path,
        body,
        tx -> {
          SwapView swap = swaps.propose(tx, id, body);
          return Answer.created(swap, URI.create(path + "/" + swap.id()));
        });
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listSwaps", summary = "List the swaps of a rotation")
  public Response list(
      @PathParam("id") String id, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return swaps.list(Id.inPath(id), page).toResponse(uri);
  }

  @GET
  @Path("/{swap}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getSwap", summary = "Get a swap")
  public SwapView get(@PathParam("id") String id, @PathParam("swap") String swap) {
    return swaps.get(Id.inPath(id), Uuid.inPath("swap", swap));
  }

  @POST
  @Path("/{swap}/accept")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "acceptSwap", summary = "Accept a swap")
  public SwapView accept(
      @PathParam("id") String id, @PathParam("swap") String swap, @Nullable OnBehalf body) {
    return swaps.accept(Id.inPath(id), Uuid.inPath("swap", swap), OnBehalf.person(body));
  }

  @POST
  @Path("/{swap}/decline")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "declineSwap", summary = "Decline a swap")
  public SwapView decline(
      @PathParam("id") String id, @PathParam("swap") String swap, @Nullable OnBehalf body) {
    return swaps.decline(Id.inPath(id), Uuid.inPath("swap", swap), OnBehalf.person(body));
  }

  @POST
  @Path("/{swap}/withdraw")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "withdrawSwap", summary = "Withdraw a swap")
  public SwapView withdraw(@PathParam("id") String id, @PathParam("swap") String swap) {
    return swaps.withdraw(Id.inPath(id), Uuid.inPath("swap", swap));
  }
}
