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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(
      operationId = "proposeSwap",
      summary = "Propose a swap",
      description =
          "Nothing changes until the other person accepts; they are notified. People "
              + "propose for themselves, managers of the team for others.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = SwapView.class)))
  public Response propose(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
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
  @Operation(
      operationId = "listSwaps",
      summary = "List the swaps of a rotation",
      description = "In every state, the oldest first; paginated.")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              schema =
                  @Schema(
                      type = SchemaType.OBJECT,
                      properties =
                          @SchemaProperty(
                              name = "items",
                              type = SchemaType.ARRAY,
                              implementation = SwapView.class))))
  public Response list(
      @PathParam("id") String id, @BeanParam SliceRequest page, @Context UriInfo uri) {
    return swaps.list(Id.inPath(id), page).toResponse(uri);
  }

  @GET
  @Path("/{swap}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getSwap",
      summary = "Get a swap",
      description = "With its state, and the overrides created once it was accepted.")
  public SwapView get(@PathParam("id") String id, @PathParam("swap") String swap) {
    return swaps.get(Id.inPath(id), Uuid.inPath("swap", swap));
  }

  @POST
  @Path("/{swap}/accept")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "acceptSwap",
      summary = "Accept a swap",
      description =
          "Both trade shifts at once, and the lead is notified. Allowed for the other "
              + "person, and managers of the team for them.")
  public SwapView accept(
      @PathParam("id") String id, @PathParam("swap") String swap, OnBehalf body) {
    return swaps.accept(Id.inPath(id), Uuid.inPath("swap", swap), OnBehalf.person(body));
  }

  @POST
  @Path("/{swap}/decline")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "declineSwap",
      summary = "Decline a swap",
      description =
          "Nothing changes. Allowed for the other person, and managers of the team for "
              + "them. Declining it twice is fine.")
  public SwapView decline(
      @PathParam("id") String id, @PathParam("swap") String swap, OnBehalf body) {
    return swaps.decline(Id.inPath(id), Uuid.inPath("swap", swap), OnBehalf.person(body));
  }

  @POST
  @Path("/{swap}/withdraw")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "withdrawSwap",
      summary = "Withdraw a swap",
      description =
          "Only while it is not accepted. Allowed for its author and managers of the team. "
              + "Withdrawing it twice is fine.")
  public SwapView withdraw(@PathParam("id") String id, @PathParam("swap") String swap) {
    return swaps.withdraw(Id.inPath(id), Uuid.inPath("swap", swap));
  }
}
