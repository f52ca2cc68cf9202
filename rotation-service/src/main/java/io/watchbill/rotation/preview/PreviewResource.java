package io.watchbill.rotation.preview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.request.Id;
import io.watchbill.rotation.request.WholeNumber;
import io.watchbill.rotation.rotation.Rotation;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Previews over HTTP. */
@Path("/v1/rotations/{id}/preview")
@RunOnVirtualThread
@Tag(name = "rotations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreviewResource {
  private static final int MOST_DAYS = 180;

  private final PreviewService previews;

  PreviewResource(PreviewService previews) {
    this.previews = previews;
  }

  @POST
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "previewRotation",
      summary = "What putting a definition would change: shifts, gaps and shares",
      description =
          "Takes the body and If-Match of PUT, judges them in the same way and stores nothing.")
  public Preview preview(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @Parameter(description = "How far to look: 1 to 180, 60 when absent.", example = "60")
          @QueryParam("days")
          String days,
      @NotNull(message = "a body is needed") Rotation rotation) {
    return previews.preview(
        Id.inPath(id), rotation, ifMatch, WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }

  @POST
  @Path("/override")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "previewOverride",
      summary = "What an override would change: shifts, gaps and shares",
      description =
          "Takes the body of an override, judges it in the same way and stores nothing. Also for"
              + " what cover or a swap would come to.")
  public Preview preview(
      @PathParam("id") String id,
      @Parameter(description = "How far to look: 1 to 180, 60 when absent.", example = "60")
          @QueryParam("days")
          String days,
      @Valid @NotNull(message = "a body is needed") OverrideRequest override) {
    return previews.preview(
        Id.inPath(id), override, WholeNumber.parameter("days", days, 60, MOST_DAYS));
  }
}
