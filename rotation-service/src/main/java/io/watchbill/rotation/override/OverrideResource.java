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

/** Overrides over HTTP. */
@Path("/v1/rotations/{id}/overrides")
@RunOnVirtualThread
@Tag(name = "overrides", description = "Somebody stands in, stands beside, or leaves.")
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
      summary = "Lets somebody stand in for another, stand beside, or leave",
      description =
          "Overrides do not chain: each is judged on the people whom the definition puts on call;"
              + " where two meet, the later one holds. A removal leaves a gap; who is added stands"
              + " beside and splits no shift. Needs the right responder of the team.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = ShiftOverride.class)))
  public Response add(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull(message = "a body is needed") OverrideRequest request) {
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
      summary = "The overrides of a rotation, the oldest first",
      description =
          "Those that touch the range asked for, in pages; one withdrawn before it began is left out.")
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
      summary = "An override",
      description = "Also one that was withdrawn.")
  public ShiftOverride get(@PathParam("id") String id, @PathParam("override") String override) {
    return overrides.get(Id.inPath(id), Uuid.inPath("override", override));
  }

  @DELETE
  @Path("/{override}")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "withdrawOverride",
      summary = "Withdraws an override",
      description = "One to come never begins, one in course ends now, one that is over stays.")
  @APIResponse(responseCode = "204", description = "Withdrawn")
  public Response withdraw(@PathParam("id") String id, @PathParam("override") String override) {
    overrides.withdraw(Id.inPath(id), Uuid.inPath("override", override));
    return Response.noContent().build();
  }
}
