package io.watchbill.chart;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The kubectl of this machine, or the one that {@code KUBECTL} names. */
final class Kubectl {
  private static final int KUSTOMIZE = 5;

  private Kubectl() {}

  /** What {@code kubectl kustomize} makes of a directory; ends the test where there is none. */
  static Manifests kustomize(Path directory) {
    return Manifests.of(run(List.of(program(), "kustomize", directory.toString())));
  }

  /** Its path; ends the test where there is none. */
  static String program() {
    String program = System.getenv().getOrDefault("KUBECTL", "kubectl");
    String message = "no kubectl with kustomize 5 (1.27 or newer) on the PATH or in KUBECTL";
    try {
      JsonNode version = Chart.parse(run(List.of(program, "version", "--client", "-o", "json")));
      String kustomize = version.path("kustomizeVersion").asText("v0").replaceAll("^v|\\..*$", "");
      if (Integer.parseInt(kustomize) >= KUSTOMIZE) {
        return program;
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      message += ": " + e.getMessage();
    }
    return "true".equals(System.getenv("CI")) ? fail(message) : abort(message);
  }

  private static String run(List<String> command) {
    return Command.run(Map.of(), "", Duration.ofSeconds(30), command).output();
  }
}
