package io.watchbill.rotation.rotation;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.ProblemDetails;
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
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rotations over HTTP. */
@Path("/v1/rotations")
@RunOnVirtualThread
@Tag(name = "rotations", description = "Who is on call, by roles, layers and turns.")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class RotationResource {
  private static final String EXAMPLE =
      """
      {"name": "Security", "team": "security", "timeZone": "America/Los_Angeles",
       "roles": [
        {"name": "primary", "layers": [{"name": "weekly", "start": "2026-01-05T09:00",
           "cadence": {"every": 1, "unit": "week"}, "turns": [["alice"], ["bob"], ["charlie"]]}]},
        {"name": "secondary", "follows": {"role": "primary", "offset": 1}},
        {"name": "lead", "layers": [{"name": "standing", "turns": [["carol"]]}]}]}
      """;

  private final RotationService rotations;
  private final RotationArchive archive;

  RotationResource(RotationService rotations, RotationArchive archive) {
    this.rotations = rotations;
    this.archive = archive;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "listRotations",
      summary = "The rotations, in the order of their ids",
      description = "As they were put last, in pages.")
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
                              implementation = Rotation.class))))
  public Response list(
      @BeanParam SliceRequest page,
      @QueryParam("archived") boolean archived,
      @Context UriInfo uri) {
    return rotations.list(page, archived).toResponse(uri);
  }

  @GET
  @Path("/{id}")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getRotation",
      summary = "A rotation as it was put last",
      description =
          "Its ETag is what If-Match of an update names; inForce tells which version holds now.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Rotation.class)))
  public Response get(@PathParam("id") String id) {
    return answer(200, rotations.get(Id.inPath(id)));
  }

  @GET
  @Path("/{id}/versions")
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "listVersions",
      summary = "All versions of a rotation, planned ones included, the newest first",
      description =
          "Each with when it begins to hold; the past is answered by the version of that time.")
  public Items<Rotation> versions(@PathParam("id") String id) {
    return new Items<>(rotations.versions(Id.inPath(id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "putRotation",
      summary = "Makes or changes a rotation",
      description =
          "A changed definition is a new version that holds from effectiveFrom (now when absent)"
              + " and continues after whoever is on call. Needs the right manager of the team.")
  @RequestBody(
      content =
          @Content(
              schema = @Schema(implementation = Rotation.class),
              examples = @ExampleObject(name = "security", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = Rotation.class)))
  @APIResponse(
      responseCode = "201",
      description = "Made",
      content = @Content(schema = @Schema(implementation = Rotation.class)))
  public Response put(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @NotNull(message = "a body is needed") Rotation rotation) {
    RotationService.Shown shown = rotations.put(Id.inPath(id), rotation, ifMatch);
    return answer(shown.made() ? 201 : 200, shown);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "archiveRotation",
      summary = "Archives a rotation",
      description =
          "From now on nobody is on call in it; its past stays. The escalation-service is asked"
              + " which policies name it. Needs the right manager of the team.")
  @APIResponse(responseCode = "204", description = "Archived")
  @APIResponse(
      responseCode = "409",
      description = "Policies still name it: errors has the first 20",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDetails.class)))
  @APIResponse(
      responseCode = "503",
      description = "The escalation-service does not say which policies name it",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDetails.class)))
  public Response archive(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @Parameter(
              description =
                  "Archives it without asking, which the rotation shows from then on: steps of"
                      + " policies that still name it find nobody.",
              example = "true")
          @QueryParam("unchecked")
          boolean unchecked) {
    archive.archive(Id.inPath(id), ifMatch, unchecked);
    return Response.noContent().build();
  }

  private static Response answer(int status, RotationService.Shown shown) {
    return Response.status(status)
        .tag(RevisionTag.etag(shown.edition()))
        .entity(shown.rotation())
        .build();
  }
}
