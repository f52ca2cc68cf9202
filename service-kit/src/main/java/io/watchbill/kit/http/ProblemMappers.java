package io.watchbill.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.watchbill.kit.access.AccessMetrics;
import io.watchbill.kit.access.AccessMetrics.Refusal;
import io.watchbill.kit.access.ThrottledException;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Failures;
import io.watchbill.kit.database.FullDisk;
import io.watchbill.kit.json.Misfit;
import io.watchbill.kit.log.SameLine;
import io.watchbill.kit.loop.Fatal;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.problem.ProblemDetails;
import io.watchbill.kit.problem.Violation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Maps every failure to a problem that says what was wrong; never a stack trace. */
public class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  private final AccessMetrics access;
  private final FullDisk fullDisk;
  private final SignInRedirect signIn;
  private final SameLine line = new SameLine();

  ProblemMappers(AccessMetrics access, FullDisk fullDisk, SignInRedirect signIn) {
    this.access = access;
    this.fullDisk = fullDisk;
    this.signIn = signIn;
  }

  @ServerExceptionMapper
  Response problem(Problem problem) {
    if (problem.error() == KitError.FORBIDDEN) {
      access.refused(Refusal.NO_RIGHT);
    }
    return ProblemDetails.response(problem.error(), problem.getMessage(), problem.violations());
  }

  @ServerExceptionMapper
  Response json(MismatchedInputException e) {
    return invalid(Misfit.pointer(e), Misfit.detail(e));
  }

  @ServerExceptionMapper
  Response json(JsonProcessingException e) {
    return invalid("", malformed(e));
  }

  @ServerExceptionMapper
  Response validation(ConstraintViolationException e) {
    List<Violation> violations = ConstraintViolations.of(e);
    String detail =
        violations.stream()
            .map(v -> v.pointer() + ": " + v.detail())
            .collect(Collectors.joining("; "));
    return ProblemDetails.response(KitError.INVALID, detail, violations);
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  Response unauthenticated(RuntimeException e, ContainerRequestContext request) {
    if (Failures.isUnavailable(e)) {
      return unavailable();
    }
    if (e instanceof UnauthorizedException) {
      access.refused(Refusal.NO_KEY);
    }
    return signIn
        .of(request)
        .orElseGet(
            () ->
                ProblemDetails.response(
                    KitError.UNAUTHENTICATED,
                    "Send a valid key: 'Authorization: Bearer …'.",
                    List.of()));
  }

  @ServerExceptionMapper
  Response throttled(ThrottledException e) {
    return Response.fromResponse(
            ProblemDetails.response(
                KitError.TOO_MANY_REQUESTS,
                "Too many keys or links that opened nothing came from here, or for this key; wait "
                    + e.retryAfter()
                    + " s.",
                List.of()))
        .header("Retry-After", e.retryAfter())
        .build();
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e) {
    access.refused(Refusal.NO_RIGHT);
    return ProblemDetails.response(
        KitError.FORBIDDEN, "The key has no right to do this.", List.of());
  }

  @ServerExceptionMapper
  Response databaseUnavailable(DatabaseUnavailableException e) {
    if (Failures.isTooBusy(e)) {
      LOG.debug("turned away: " + root(e));
    } else {
      line.log("database unavailable: " + root(e), LOG::warn);
    }
    return unavailable();
  }

  @ServerExceptionMapper
  Response http(WebApplicationException e) {
    if (e.getCause() instanceof MismatchedInputException cause) {
      return json(cause);
    }
    if (e.getCause() instanceof JsonProcessingException cause) {
      return json(cause);
    }
    if (e.getCause() instanceof Problem cause) {
      return problem(cause);
    }
    if (e.getCause() instanceof IOException cause && cause.getCause() instanceof Problem refused) {
      return problem(refused);
    }
    int status = e.getResponse().getStatus();
    return Arrays.stream(KitError.values())
        .filter(error -> error.status() == status)
        .findFirst()
        .map(error -> ProblemDetails.response(error, error.title() + ".", List.of()))
        .orElseGet(e::getResponse);
  }

  @ServerExceptionMapper
  Response anythingElse(Throwable e) {
    if (e instanceof ValidationException && e.getCause() instanceof Problem cause) {
      return problem(cause);
    }
    if (e instanceof IOException && e.getCause() instanceof Problem refused) {
      return problem(refused);
    }
    if (Failures.isUnavailable(e)) {
      fullDisk.seen(e);
      line.log("not available: " + root(e), LOG::warn);
      return unavailable();
    }
    if (Failures.isConstraint(e)) {
      return ProblemDetails.response(
          KitError.CONFLICT, "It does not fit to what is stored already.", List.of());
    }
    if (Failures.isBadValue(e)) {
      return ProblemDetails.response(
          KitError.INVALID, "A value cannot be stored, such as a text with a NUL.", List.of());
    }
    if (e instanceof DateTimeException || e instanceof ArithmeticException) {
      LOG.warn("a time or number out of range", e);
      return ProblemDetails.response(
          KitError.INVALID,
          "A time, duration or number lies outside of what can be reckoned with.",
          List.of());
    }
    Fatal.endIfFatal(e);
    LOG.error("unexpected failure", e);
    return ProblemDetails.response(
        KitError.INTERNAL, "The failure is logged and counted.", List.of());
  }

  private static Response unavailable() {
    return ProblemDetails.response(
        KitError.UNAVAILABLE,
        "Not available now; whether this took effect is not known. Send it again.",
        List.of());
  }

  private static Response invalid(String pointer, String detail) {
    return ProblemDetails.response(
        KitError.INVALID, detail, List.of(new Violation(pointer, detail)));
  }

  private static String malformed(JsonProcessingException e) {
    if (e.getCause() instanceof IllegalArgumentException cause && cause.getMessage() != null) {
      return cause.getMessage();
    }
    return e.getLocation() == null
        ? "The body is not JSON."
        : "The body is not JSON: line "
            + e.getLocation().getLineNr()
            + ", column "
            + e.getLocation().getColumnNr()
            + ".";
  }

  private static String root(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && cause.getCause() != cause) {
      cause = cause.getCause();
    }
    return cause.toString();
  }
}
