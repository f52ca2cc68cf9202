package io.watchbill.rotation.preview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.rotation.cover.CoverBody;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.rotation.RotationView;
import io.watchbill.rotation.swap.SwapBody;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The preview endpoints. */
@Path("/v1/rotations/{id}/preview")
@RunOnVirtualThread
@Heavy
@Tag(name = "rotations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PreviewResource {
  private final PreviewService previews;

  PreviewResource(PreviewService previews) {
    this.previews = previews;
  }

  @POST
  @RolesAllowed(Rights.MANAGER)
  @Operation(operationId = "previewRotation", summary = "Preview a definition")
  public Preview preview(
      @PathParam("id") String id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @BeanParam PreviewDays ahead,
      @NotNull(message = "a body is required") RotationView rotation) {
    return previews.preview(Id.inPath(id), rotation, ifMatch, ahead.days());
  }

  @POST
  @Path("/override")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "previewOverride", summary = "Preview an override")
  public Preview preview(
      @PathParam("id") String id,
      @BeanParam PreviewDays ahead,
      @Valid @NotNull(message = "a body is required") OverrideRequest override) {
    return previews.preview(Id.inPath(id), override, ahead.days());
  }

  @POST
  @Path("/swap")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "previewSwap", summary = "Preview a swap")
  public Preview preview(
      @PathParam("id") String id,
      @BeanParam PreviewDays ahead,
      @Valid @NotNull(message = "a body is required") SwapBody swap) {
    return previews.preview(Id.inPath(id), swap, ahead.days());
  }

  @POST
  @Path("/cover-request")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(operationId = "previewCover", summary = "Preview a cover request")
  public Preview preview(
      @PathParam("id") String id,
      @QueryParam("taker") @Nullable String taker,
      @BeanParam PreviewDays ahead,
      @Valid @NotNull(message = "a body is required") CoverBody request) {
    return previews.preview(Id.inPath(id), request, Optional.ofNullable(taker), ahead.days());
  }
}
