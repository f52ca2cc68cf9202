package io.watchbill.rotation.key;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.ProblemDetails;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
  @RolesAllowed({Rights.ADMIN, Rights.SERVICE})
  @Operation(
      operationId = "makeKey",
      summary = "Create a key",
      description =
          "The key is shown in this response and never again, also not when the "
              + "request is repeated. Needs the right admin; a service may create keys of "
              + "integrations. Refused for an integration that the incident service does not "
              + "have; while that service does not answer, the header Watchbill-Not-Checked "
              + "says so.")
  @APIResponse(
      responseCode = "201",
      content = @Content(schema = @Schema(implementation = KeyView.class)))
  public Response make(
      @HeaderParam("Idempotency-Key") String key,
      @Valid @NotNull(message = "a body is required") KeyRequest request) {
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
  @RolesAllowed(Rights.ADMIN)
  @Operation(
      operationId = "listKeys",
      summary = "List keys",
      description =
          "Without secrets, the newest last, with the minute in which each was last used; "
              + "paginated.")
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
                              implementation = KeyView.class))))
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("kind") String kind,
      @QueryParam("principal") String principal,
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
  @RolesAllowed({Rights.ADMIN, Rights.SERVICE})
  @Operation(
      operationId = "revokeKey",
      summary = "Revoke a key",
      description =
          "Takes effect within two seconds. Refused for keys of the configuration, and "
              + "for the last admin key that does not expire. A service may revoke keys of "
              + "integrations.")
  @APIResponse(responseCode = "204", description = "Revoked")
  @APIResponse(
      responseCode = "409",
      description = "A key of the configuration, or the last admin key",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDetails.class)))
  public Response revoke(@PathParam("id") String id) {
    keys.revoke(id);
    return Response.noContent().build();
  }
}
