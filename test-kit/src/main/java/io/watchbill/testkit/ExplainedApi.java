package io.watchbill.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Checks an OpenAPI document for missing explanations and examples. */
final class ExplainedApi {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
  private static final Set<String> WITHOUT_BODY = Set.of("202", "204");

  private final JsonNode document;
  private final List<String> lacks = new ArrayList<>();

  ExplainedApi(JsonNode document) {
    this.document = document;
  }

  /** Returns what each operation lacks, in words. */
  List<String> lacks() {
    lacks.clear();
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().properties().stream()
                    .filter(operation -> METHODS.contains(operation.getKey()))
                    .forEach(
                        operation ->
                            look(operation.getKey() + " " + path.getKey(), operation.getValue())));
    return List.copyOf(lacks);
  }

  private void look(String name, JsonNode operation) {
    for (String field : List.of("operationId", "summary", "description")) {
      if (operation.path(field).asText().isBlank()) {
        lacks.add(name + ": " + field);
      }
    }
    if (operation.path("responses").properties().stream().noneMatch(ExplainedApi::isNoError)) {
      lacks.add(name + ": what it answers when it succeeds");
    }
    lookAtBody(name + ": example of the request", operation.path("requestBody"));
    operation
        .path("responses")
        .properties()
        .forEach(response -> lookAtResponse(name, response.getKey(), response.getValue()));
  }

  private static boolean isNoError(Map.Entry<String, JsonNode> response) {
    return response.getKey().startsWith("2");
  }

  private void lookAtResponse(String name, String status, JsonNode response) {
    if (status.startsWith("2")) {
      if (!WITHOUT_BODY.contains(status) && response.path("content").isEmpty()) {
        lacks.add(name + ": content of " + status);
      }
      lookAtBody(name + ": example of " + status, response);
    }
  }

  private void lookAtBody(String what, JsonNode body) {
    body.path("content")
        .properties()
        .forEach(
            content -> {
              boolean json = content.getKey().contains("json");
              if (json && !isShown(content.getValue(), new HashSet<>())) {
                lacks.add(what + " as " + content.getKey());
              }
            });
  }

  /** Returns whether there is an example here, or in a schema that this is made of. */
  private boolean isShown(JsonNode node, Set<String> seen) {
    String reference = node.path("$ref").asText();
    if (!reference.isEmpty()) {
      return seen.add(reference) && isShown(document.at(reference.substring(1)), seen);
    }
    boolean shown = node.has("example") || node.has("examples");
    for (JsonNode inside : node) {
      shown = shown || isShown(inside, seen);
    }
    return shown;
  }
}
