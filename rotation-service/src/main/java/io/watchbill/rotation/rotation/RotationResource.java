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

/** The rotation endpoints. */
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
      summary = "List rotations",
      description = "Their latest definitions, by id; paginated.")
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
      summary = "Get a rotation",
      description =
          "Returns its latest definition; inForce is the number of the version in "
              + "force now. Updates take its ETag in If-Match.")
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
      summary = "List the versions of a rotation",
      description =
          "Planned ones included, the newest first, each with when it takes effect. "
              + "Past shifts follow the version of their time.")
  public Items<Rotation> versions(@PathParam("id") String id) {
    return new Items<>(rotations.versions(Id.inPath(id)));
  }

  @PUT
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "putRotation",
      summary = "Create or update a rotation",
      description =
          "A changed definition becomes a new version that takes effect at "
              + "effectiveFrom (now when absent) and continues after the people on call. "
              + "Needs the right manager of the team.")
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
      @NotNull(message = "a body is required") Rotation rotation) {
    RotationService.Shown shown = rotations.put(Id.inPath(id), rotation, ifMatch);
    return answer(shown.made() ? 201 : 200, shown);
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed(Rights.MANAGER)
  @Operation(
      operationId = "archiveRotation",
      summary = "Archive a rotation",
      description =
          "Nobody is on call in it from now on; its past stays. Refused while policies "
              + "name it, which the escalation service is asked. Needs the right manager of "
              + "the team.")
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
      description = "The escalation service does not answer which policies name it",
      content =
          @Content(
              mediaType = "application/problem+json",
              schema = @Schema(implementation = ProblemDetails.class)))
  public Response archive(
      @PathParam("id") String id,
      @HeaderParam("If-Match") String ifMatch,
      @Parameter(
              description =
                  "Archives it without checking policies, and marks the rotation so: "
                      + "steps of policies that still name it find nobody.",
              example = "true")
          @QueryParam("unchecked")
          boolean unchecked) {
    archive.archive(Id.inPath(id), ifMatch, unchecked);
    return Response.noContent().build();
  }

  private static Response answer(int status, RotationService.Shown shown) {
    return Response.status(status)
        .tag(RevisionTag.etag(shown.definitionRevision()))
        .entity(shown.rotation())
        .build();
  }
}
