package io.watchbill.rotation.cover;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.problem.Problem;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The cover request endpoints. */
@Path("/v1/rotations/{id}/cover-requests")
@RunOnVirtualThread
@Tag(name = "cover", description = "Somebody asks others to take over their shift.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CoverResource {
  private static final List<String> STATES = List.of("open", "taken", "withdrawn");

  private final CoverService cover;
  private final CoverTaking taking;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  CoverResource(
      CoverService cover, CoverTaking taking, IdempotencyKeys idempotency, Caller caller) {
    this.cover = cover;
    this.taking = taking;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "askForCover", summary = "Create a cover request")
  public Response ask(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body is required") CoverBody body) {
    String path = "/v1/rotations/" + Id.inPath(id) + "/cover-requests";
    return idempotency.once(
        key,
        caller.name(),
        "POST " + path,
        body,
        tx -> {
          CoverView request = cover.ask(tx, id, body);
          return Answer.created(request, URI.create(path + "/" + request.id()));
        });
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listCoverRequests", summary = "List the cover requests of a rotation")
  public Response list(
      @PathParam("id") String id,
      @QueryParam("state") @Nullable String state,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    if (state != null && !STATES.contains(state)) {
      throw Problem.invalid("state", "the state must be one of " + STATES);
    }
    return cover.list(Id.inPath(id), Optional.ofNullable(state), page).toResponse(uri);
  }

  @GET
  @Path("/{request}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getCoverRequest", summary = "Get a cover request")
  public CoverView get(@PathParam("id") String id, @PathParam("request") String request) {
    return cover.get(Id.inPath(id), Uuid.inPath("cover request", request));
  }

  @POST
  @Path("/{request}/take")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "takeCover", summary = "Take a cover request")
  public CoverView take(
      @PathParam("id") String id, @PathParam("request") String request, @Nullable OnBehalf body) {
    return taking.take(Id.inPath(id), Uuid.inPath("cover request", request), OnBehalf.person(body));
  }

  @POST
  @Path("/{request}/withdraw")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "withdrawCoverRequest", summary = "Withdraw a cover request")
  public CoverView withdraw(@PathParam("id") String id, @PathParam("request") String request) {
    return cover.withdraw(Id.inPath(id), Uuid.inPath("cover request", request));
  }
}
