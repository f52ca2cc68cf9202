package io.watchbill.laptop.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client of one service with one key. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI base;
  private final Optional<String> key;

  private Api(URI base, Optional<String> key) {
    this.base = base;
    this.key = key;
  }

  /** Speaks with a key. */
  public Api(URI base, String key) {
    this(base, Optional.of(key));
  }

  /** Speaks as somebody whom the service does not know. */
  public static Api withoutKey(URI base) {
    return new Api(base, Optional.empty());
  }

  /** An answer: the status and the JSON body, if any. */
  public record Answer(int status, JsonNode body, Optional<String> next) {
    /** The body of a success. */
    public JsonNode expectSuccess(String what) {
      if (status / 100 != 2) {
        throw new UnexpectedAnswer(what, this);
      }
      return body;
    }
  }

  /** The answer was not the expected one. */
  public static final class UnexpectedAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnexpectedAnswer(String what, Answer answer) {
      super(what + ": " + answer.status() + " " + answer.body());
    }
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  public Answer post(String path, @Nullable String json) {
    return send("POST", path, json);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  private Answer send(String method, String path, @Nullable String json) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(Duration.ofSeconds(15))
            .header("Accept", "application/json, */*;q=0.5")
            .method(
                method,
                json == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(json));
    key.ifPresent(k -> request.header("Authorization", "Bearer " + k));
    if (json != null) {
      request.header("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), parse(response.body()), next(response));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + base.resolve(path) + " got no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Returns the path and query of the next slice of a list, if there is one. */
  private static Optional<String> next(HttpResponse<String> response) {
    return response
        .headers()
        .firstValue("Link")
        .filter(link -> link.startsWith("<") && link.endsWith("rel=\"next\""))
        .map(link -> URI.create(link.substring(1, link.indexOf('>'))))
        .map(uri -> uri.getRawPath() + "?" + uri.getRawQuery());
  }

  /** Reads JSON; what is not JSON becomes a text node, nothing becomes a missing node. */
  public static JsonNode parse(String body) {
    if (body.isBlank()) {
      return MissingNode.getInstance();
    }
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException e) {
      return JSON.getNodeFactory().textNode(body);
    }
  }
}
