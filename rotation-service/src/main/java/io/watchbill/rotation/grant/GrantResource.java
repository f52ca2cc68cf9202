package io.watchbill.rotation.grant;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The grant endpoints. */
@Path("/v1/grants")
@RunOnVirtualThread
@RolesAllowed(Rights.ADMIN)
@Tag(name = "grants", description = "Who may do what, for which team.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class GrantResource {
  private final GrantService grants;

  GrantResource(GrantService grants) {
    this.grants = grants;
  }

  @GET
  @Operation(operationId = "listGrants", summary = "List the grants of all principals")
  public Response list(@BeanParam SliceRequest page, @Context UriInfo uri) {
    return grants.list(page).toResponse(uri);
  }

  @GET
  @Path("/{kind}/{principal}")
  @Operation(operationId = "getGrants", summary = "Get the grants of a person or automation")
  public GrantSet get(@PathParam("kind") String kind, @PathParam("principal") String principal) {
    return grants.get(kind, Id.inPath(principal));
  }

  @PUT
  @Path("/{kind}/{principal}")
  @Operation(operationId = "putGrants", summary = "Set the grants of a person or automation")
  public GrantSet put(
      @PathParam("kind") String kind,
      @PathParam("principal") String principal,
      @Valid @NotNull(message = "a body is required") GrantSet wanted) {
    return grants.put(kind, Id.inPath(principal), wanted);
  }

  @DELETE
  @Path("/{kind}/{principal}")
  @Operation(operationId = "deleteGrants", summary = "Remove all grants of a person or automation")
  public Response delete(@PathParam("kind") String kind, @PathParam("principal") String principal) {
    grants.delete(kind, Id.inPath(principal));
    return Response.noContent().build();
  }
}
