package io.watchbill.rotation.workingtime;

import io.watchbill.kit.http.Edition;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Answers with a tag that is made of their content. */
final class Tagged {
  private Tagged() {}

  static Response answer(WorkingTimeView view, String ifNoneMatch) {
    String tag =
        UUID.nameUUIDFromBytes(view.toString().getBytes(StandardCharsets.UTF_8)).toString();
    Response.ResponseBuilder response =
        Edition.names(ifNoneMatch, Edition.tag(tag)) ? Response.notModified() : Response.ok(view);
    return response.tag(Edition.etag(tag)).header("Cache-Control", "private, no-cache").build();
  }
}
