package io.watchbill.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What an answer that is no success means to the person: what was wrong and what to do. */
final class Problems {
  private Problems() {}

  /** Returns the failure of an answer, with the detail that the service gives. */
  static Failure of(URI address, Answer answer) {
    if (answer.status() / 100 == 3) {
      return new Failure(
          ExitCode.UNREACHABLE,
          "%s answers with a redirection%s; use the address that it leads to as the URL"
              .formatted(address, answer.header("Location").map(l -> " to " + l).orElse("")));
    }
    ExitCode code = code(answer.status());
    if (!answer.isOurs() && code != ExitCode.UNREACHABLE) {
      return notOurs(address, answer);
    }
    String text = text(Json.parse(answer.body()));
    return new Failure(code, (text.isEmpty() ? "error " + answer.status() : text) + advice(answer));
  }

  /** Returns the failure when something else than Watchbill has answered. */
  static Failure notOurs(URI address, Answer answer) {
    return new Failure(
        ExitCode.UNREACHABLE,
        "what answers at %s (%d) is not Watchbill; check the URL"
            .formatted(address, answer.status()));
  }

  private static ExitCode code(int status) {
    return switch (status) {
      case 400 -> ExitCode.USAGE;
      case 401, 403 -> ExitCode.NOT_ALLOWED;
      case 404 -> ExitCode.NOT_FOUND;
      case 409, 412, 422 -> ExitCode.CONFLICT;
      case 408, 429, 502, 503, 504 -> ExitCode.UNREACHABLE;
      default -> ExitCode.FAILED;
    };
  }

  private static String text(JsonNode problem) {
    String detail = problem.path("detail").asText("");
    List<String> parts = new ArrayList<>();
    if (!detail.isEmpty()) {
      parts.add(detail);
    } else if (problem.path("errors").isEmpty()) {
      parts.add(problem.path("title").asText(""));
    }
    for (JsonNode error : problem.path("errors")) {
      String one = error.path("detail").asText();
      if (!detail.contains(one)) {
        parts.add(error.path("pointer").asText() + ": " + one);
      }
    }
    return String.join(
        "; ", parts.stream().map(part -> part.strip().replaceAll("\\.$", "")).toList());
  }

  private static String advice(Answer answer) {
    return switch (answer.status()) {
      case 401 -> "; run wb login";
      case 408, 429, 502, 503, 504 ->
          "; try again"
              + answer.header("Retry-After").map(s -> " in " + s + " seconds").orElse(" later");
      case 500 -> "; the log of the service says more";
      default -> "";
    };
  }
}
