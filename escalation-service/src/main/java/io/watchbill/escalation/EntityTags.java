package io.watchbill.escalation;

import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** {@code ETag} and {@code If-Match} of things that are configured: their version. */
public final class EntityTags {
  private EntityTags() {}

  /** The version that the caller expects; empty when it states none, or any. */
  public static Optional<Long> expected(String ifMatch) {
    if (ifMatch == null || ifMatch.isBlank() || ifMatch.strip().equals("*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(ifMatch.strip().replace("\"", "")));
    } catch (NumberFormatException e) {
      throw Problem.invalid("If-Match", "If-Match is an ETag as we answered it, or *.");
    }
  }

  /** An answer with its version. */
  public static Response answer(int status, Object body, long version) {
    return Response.status(status).entity(body).tag(new EntityTag(Long.toString(version))).build();
  }
}
