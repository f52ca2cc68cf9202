package io.watchbill.rotation.workingtime;

import io.watchbill.kit.http.RevisionTag;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.input.Instants;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A request for the working time of a range, and its response with an ETag of its content. */
public class Asked {
  @PathParam("id")
  String id;

  @Parameter(required = true, example = "2026-03-02T00:00:00Z")
  @QueryParam("from")
  @Nullable String from;

  @Parameter(required = true, example = "2026-03-09T00:00:00Z")
  @QueryParam("to")
  @Nullable String to;

  @HeaderParam("If-None-Match")
  @Nullable String ifNoneMatch;

  Response answer(WorkingTimeService workingTime, WorkingTimeService.Whose whose) {
    WorkingTimeView view =
        workingTime.within(
            whose, Id.inPath(id), Instants.needed("from", from), Instants.needed("to", to));
    String tag =
        UUID.nameUUIDFromBytes(view.toString().getBytes(StandardCharsets.UTF_8)).toString();
    Response.ResponseBuilder response =
        RevisionTag.names(ifNoneMatch, RevisionTag.tag(tag))
            ? Response.notModified()
            : Response.ok(view);
    return response.tag(RevisionTag.etag(tag)).header("Cache-Control", "private, no-cache").build();
  }
}
