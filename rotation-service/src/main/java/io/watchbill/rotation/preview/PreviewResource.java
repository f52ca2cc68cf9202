package io.watchbill.rotation.preview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.load.Heavy;
import io.watchbill.rotation.cover.CoverBody;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.override.OverrideRequest;
import io.watchbill.rotation.rotation.Rotation;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Previews over HTTP. */
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
  @Operation(
      operationId = "previewRotation",
      summary = "What putting a definition would change: shifts, gaps and shares",
      description =
          "Takes the body and If-Match of PUT, judges them in the same way and stores nothing.")
  public Preview preview(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @BeanParam Ahead ahead,
      @NotNull(message = "a body is needed") Rotation rotation) {
    return previews.preview(Id.inPath(id), rotation, ifMatch, ahead.days());
  }

  @POST
  @Path("/override")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "previewOverride",
      summary = "What an override would change: shifts, gaps and shares",
      description = "Takes the body of an override, judges it in the same way and stores nothing.")
  public Preview preview(
      @PathParam("id") String id,
      @BeanParam Ahead ahead,
      @Valid @NotNull(message = "a body is needed") OverrideRequest override) {
    return previews.preview(Id.inPath(id), override, ahead.days());
  }

  @POST
  @Path("/swap")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "previewSwap",
      summary = "What a swap would change, once both agree: shifts, gaps and shares",
      description =
          "Takes the body of a swap, judges it in the same way, asks nobody and stores nothing.")
  public Preview preview(
      @PathParam("id") String id,
      @BeanParam Ahead ahead,
      @Valid @NotNull(message = "a body is needed") SwapBody swap) {
    return previews.preview(Id.inPath(id), swap, ahead.days());
  }

  @POST
  @Path("/cover-request")
  @RolesAllowed(Rights.RESPONDER)
  @Operation(
      operationId = "previewCover",
      summary = "What cover would change, once somebody takes it: shifts, gaps and shares",
      description =
          "Takes the body of a request for cover, judges it in the same way, asks nobody and stores"
              + " nothing.")
  public Preview preview(
      @PathParam("id") String id,
      @Parameter(
              description =
                  "Who would take it, among those who are asked; whoever is asked by name when"
                      + " absent.",
              example = "bob")
          @QueryParam("taker")
          String taker,
      @BeanParam Ahead ahead,
      @Valid @NotNull(message = "a body is needed") CoverBody request) {
    return previews.preview(Id.inPath(id), request, Optional.ofNullable(taker), ahead.days());
  }
}
