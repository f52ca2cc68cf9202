package io.watchbill.rotation.oncall;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.RevisionTag;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

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
  @Operation(operationId = "getOnCall", summary = "Show who is on call")
  public Response onCall(
      @QueryParam("rotation") List<String> rotations,
      @QueryParam("team") @Nullable String team,
      @QueryParam("person") @Nullable String person,
      @QueryParam("role") @Nullable String role,
      @QueryParam("at") @Nullable String at,
      @QueryParam("ahead") @Nullable String ahead,
      @HeaderParam("If-None-Match") @Nullable String ifNoneMatch) {
    OnCall answer =
        onCall.answer(
            new OnCallQuestion(
                Instants.optional("at", at),
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
