package io.watchbill.rotation.oncall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Moment;
import io.watchbill.rotation.input.WholeNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The on-call endpoint. */
@Path("/v1/on-call")
@RunOnVirtualThread
@Tag(name = "on call", description = "Who is on call now.")
@Produces(MediaType.APPLICATION_JSON)
public class OnCallResource {
  private static final int MOST_ROTATIONS = 1_000;
  private static final int MOST_AHEAD = 10;

  private final OnCallService onCall;

  OnCallResource(OnCallService onCall) {
    this.onCall = onCall;
  }

  @GET
  @RolesAllowed(Rights.VIEWER)
  @Operation(
      operationId = "getOnCall",
      summary = "Show who is on call",
      description =
          "Now or at an instant, with the next shifts. Returns one item for each role "
              + "and layer; roles that nobody holds are in gaps. Returns 304 to "
              + "If-None-Match while the answer is the same.")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = OnCall.class)))
  @APIResponse(responseCode = "304", description = "As before")
  public Response onCall(
      @Parameter(
              description = "Only these rotations; repeat the parameter, at most 1,000 times.",
              example = "security")
          @QueryParam("rotation")
          List<String> rotations,
      @Parameter(description = "Only the rotations of this team.", example = "security")
          @QueryParam("team")
          String team,
      @Parameter(description = "Only roles of this person.", example = "alice")
          @QueryParam("person")
          String person,
      @Parameter(description = "Only this role.", example = "primary") @QueryParam("role")
          String role,
      @Parameter(description = "Now when absent.", example = "2026-12-24T02:00:00Z")
          @QueryParam("at")
          String at,
      @Parameter(
              description = "How many coming shifts to return: 1 to 10, 1 when absent.",
              example = "2")
          @QueryParam("ahead")
          String ahead,
      @HeaderParam("If-None-Match") String ifNoneMatch) {
    OnCall answer =
        onCall.answer(
            new OnCallQuestion(
                Moment.optional("at", at),
                ids(rotations),
                Optional.ofNullable(Id.parameter("team", team)),
                Optional.ofNullable(Id.parameter("person", person)),
                Optional.ofNullable(role),
                WholeNumber.parameter("ahead", ahead, 1, MOST_AHEAD)));
    String tag = RevisionTag.digest(answer);
    Response.ResponseBuilder response =
        RevisionTag.names(ifNoneMatch, RevisionTag.tag(tag))
            ? Response.notModified()
            : Response.ok(answer);
    return response.tag(RevisionTag.etag(tag)).header("Cache-Control", "private, no-cache").build();
  }

  private static List<String> ids(List<String> rotations) {
    if (rotations.size() > MOST_ROTATIONS) {
      throw Problem.invalid("rotation", "at most " + MOST_ROTATIONS + " rotations at a time");
    }
    rotations.forEach(id -> Id.parameter("rotation", id));
    return rotations;
  }
}
