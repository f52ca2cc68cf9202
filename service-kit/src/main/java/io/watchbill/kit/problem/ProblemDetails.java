package io.watchbill.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.text.Shown;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The body of an error (RFC 9457). */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem", description = "An error as RFC 9457 describes it.")
public record ProblemDetails(
    @Schema(examples = "/errors.html#invalid") String type,
    @Schema(examples = "The request is not valid") String title,
    @Schema(examples = "400") int status,
    @Schema(examples = "The severity 'P9' is not known; allowed are P0, P1, P2, P3.")
        @Nullable String detail,
    List<Violation> errors) {

  public static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

  /** Returns the details of an error. */
  public static ProblemDetails of(
      ErrorCode error, @Nullable String detail, List<Violation> violations) {
    return new ProblemDetails(
        error.type(),
        error.title(),
        error.status(),
        detail == null ? null : Shown.escaped(detail),
        violations.stream().map(Violation::escaped).toList());
  }

  /** Returns an answer with these details. */
  public static Response response(
      ErrorCode error, @Nullable String detail, List<Violation> violations) {
    Response.ResponseBuilder answer =
        Response.status(error.status()).type(MEDIA_TYPE).entity(of(error, detail, violations));
    if (error.status() == 503) {
      answer.header("Retry-After", "2");
    }
    if (error.status() == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.build();
  }
}
