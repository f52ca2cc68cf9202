package io.watchbill.rotation.rotation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.slice.Items;
import io.watchbill.kit.slice.SliceRequest;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The rotation endpoints. */
@Path("/v1/rotations")
@RunOnVirtualThread
@Tag(name = "rotations", description = "Who is on call, by roles, layers and turns.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RotationResource {

  private final RotationService rotations;
  private final RotationArchive archive;

  RotationResource(RotationService rotations, RotationArchive archive) {
    this.rotations = rotations;
    this.archive = archive;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listRotations", summary = "List rotations")
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("archived") boolean archived,
      @Context UriInfo uri) {
    return rotations.list(page, archived).toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "getRotation", summary = "Get a rotation")
  public Response get(@PathParam("id") String id) {
    return answer(200, rotations.get(Id.inPath(id)));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Rights.VIEWER)
  @Operation(operationId = "listVersions", summary = "List the versions of a rotation")
  public Items<RotationView> versions(@PathParam("id") String id) {
    return new Items<>(rotations.versions(Id.inPath(id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "putRotation", summary = "Create or update a rotation")
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull(message = "a body is required") RotationView rotation) {
    RotationService.ShownRotation shown = rotations.put(Id.inPath(id), rotation, ifMatch);
    return answer(shown.made() ? 201 : 200, shown);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "archiveRotation", summary = "Archive a rotation")
  public Response archive(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @QueryParam("unchecked") boolean unchecked) {
    archive.archive(Id.inPath(id), ifMatch, unchecked);
    return Response.noContent().build();
  }

  private static Response answer(int status, RotationService.ShownRotation shown) {
    return Response.status(status)
        .tag(RevisionTag.etag(shown.definitionRevision()))
        .entity(shown.rotation())
        .build();
  }
}
