package io.watchbill.escalation.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.watchbill.testkit.TestKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the service answers. Tests ask again and again until something has happened: this reads the
 * few paths that they ask for with a hundredth of the work of a {@link JsonPath}, which compiles
 * each as a program.
 */
public record Answer(String text) {
  static final String EVENTS = "/v1/events";
  private static final String EVENTS_TYPE = "application/cloudevents-batch+json; charset=UTF-8";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** The answer to a GET by an admin, which is 200. */
  static Answer to(String path) {
    return to("GET", path, TestKeys.admin(), "", 200);
  }

  /** The answer to a request with a body of JSON, whose status is one of these. */
  static Answer to(String method, String path, String key, String body, Integer... statuses) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", path.equals(EVENTS) ? EVENTS_TYPE : "application/json")
            .build();
    try {
      var response = CLIENT.send(request, BodyHandlers.ofString());
      for (int tries = 1; tries < 5 && isUnavailable(response, statuses); tries++) {
        response = CLIENT.send(request, BodyHandlers.ofString());
      }
      assertThat(response.statusCode())
          .as("%s %s: %s", method, path, response.body())
          .isIn((Object[]) statuses);
      return new Answer(response.body());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A busy machine's database may not answer in time; the service asks to be asked again. */
  private static boolean isUnavailable(HttpResponse<String> response, Integer... expected) {
    return response.statusCode() == 503 && !List.of(expected).contains(503);
  }

  /** The value at a path such as {@code items[0].id}; null if there is none. */
  public String getString(String path) {
    return isProgram(path)
        ? jsonPath().getString(path)
        : at(path).filter(node -> !node.isNull()).map(JsonNode::asText).orElse(null);
  }

  /**
   * The list at a path; with fields behind a list, those of its elements. Conditions in braces are
   * understood, too.
   */
  @SuppressWarnings("unchecked")
  public <T> List<T> getList(String path) {
    return isProgram(path)
        ? jsonPath().getList(path)
        : (List<T>) at(path).map(node -> JSON.convertValue(node, List.class)).orElse(null);
  }

  /** The same as JsonPath, which knows conditions. */
  public JsonPath jsonPath() {
    return JsonPath.from(text);
  }

  public String prettify() {
    return read().toPrettyString();
  }

  private static boolean isProgram(String path) {
    return path.contains("(") || path.contains("{");
  }

  private Optional<JsonNode> at(String path) {
    return Stream.of(path.replace("[", ".[").split("\\."))
        .reduce(
            Optional.of(read()),
            (node, name) -> node.flatMap(one -> step(one, name)),
            (one, other) -> other);
  }

  private JsonNode read() {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static Optional<JsonNode> step(JsonNode node, String name) {
    if (name.startsWith("[")) {
      int index = Integer.parseInt(name.substring(1, name.length() - 1));
      return Optional.ofNullable(node.get(index < 0 ? node.size() + index : index));
    }
    if (!node.isArray()) {
      return Optional.ofNullable(node.get(name));
    }
    return Optional.of(
        node.valueStream()
            .map(one -> step(one, name).orElseGet(() -> JSON.getNodeFactory().nullNode()))
            .collect(JSON::createArrayNode, ArrayNode::add, ArrayNode::addAll));
  }
}
