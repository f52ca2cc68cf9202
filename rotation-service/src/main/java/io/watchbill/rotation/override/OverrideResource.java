package io.watchbill.rotation.override;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Moment;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @Operation(
      operationId = "addOverride",
      summary = "Create an override",
      description =
          "Replaces somebody on call, adds one more person, or removes somebody. "
              + "Overrides do not chain: each applies to the people whom the definition puts "
              + "on call; where two overlap, the later one wins. A removal leaves a gap; an "
              + "added person has a shift of their own. Needs the right responder of the "
              + "team.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ShiftOverride.class)))
  public Response add(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
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
  @Operation(
      operationId = "listOverrides",
      summary = "List the overrides of a rotation",
      description =
          "Those that overlap the range, the oldest first; paginated. Overrides "
              + "withdrawn before they began are left out.")
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
                              implementation = ShiftOverride.class))))
  public Response list(
      @PathParam("id") String id,
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    return overrides
        .list(Id.inPath(id), Moment.optional("from", from), Moment.optional("to", to), page)
        .toResponse(uri);
  }

  @GET
  @Path("/{override}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getOverride",
      summary = "Get an override",
      description = "Also one that was withdrawn.")
  public ShiftOverride get(@PathParam("id") String id, @PathParam("override") String override) {
    return overrides.get(Id.inPath(id), Uuid.inPath("override", override));
  }

  @DELETE
  @Path("/{override}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "withdrawOverride",
      summary = "Withdraw an override",
      description = "A future one never begins, one in progress ends now, one that is over stays.")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Response withdraw(@PathParam("id") String id, @PathParam("override") String override) {
    overrides.withdraw(Id.inPath(id), Uuid.inPath("override", override));
    return Response.noContent().build();
  }
}
