package io.watchbill.escalation.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Somebody's webhook, which answers as a test says and remembers what came. */
public final class WebhookReceiver {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An answer that is none: the connection ends. */
  public static final int HANG_UP = -1;

  private final FakeServer server;

  /**
   * A receiver.
   *
   * @param status of the answer to the n-th call, from 1; 0 never answers, {@link #HANG_UP} ends
   *     the connection
   */
  public WebhookReceiver(IntFunction<Integer> status) {
    this(0, status);
  }

  /** As above, on a port that is known before. */
  public WebhookReceiver(int port, IntFunction<Integer> status) {
    FakeServer[] self = new FakeServer[1];
    server =
        new FakeServer(
            port,
            request -> {
              int answer = status.apply(self[0].requests.size());
              if (answer == 0) {
                new CountDownLatch(1).await();
              }
              return answer == HANG_UP
                  ? null
                  : new FakeServer.Answer(
                      answer, Map.of("Location", "http://127.0.0.1:1/elsewhere"), "");
            });
    self[0] = server;
  }

  /** Answers 200 to all. */
  public WebhookReceiver() {
    this(call -> 200);
  }

  /** Answers 200 to all, so much later. */
  public static WebhookReceiver slow(Duration delay) {
    CountDownLatch never = new CountDownLatch(1);
    return new WebhookReceiver(
        call -> {
          try {
            return never.await(delay.toMillis(), TimeUnit.MILLISECONDS) ? 500 : 200;
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  public String url() {
    return "http://127.0.0.1:" + server.port() + "/hook?x=1";
  }

  public String urlOf(String host) {
    return "http://" + host + ":" + server.port() + "/hook";
  }

  /** Stops listening. */
  public void close() {
    server.close();
  }

  public int calls() {
    return server.requests.size();
  }

  public List<JsonNode> bodies() {
    return server.requests.stream().map(request -> parse(request.body())).toList();
  }

  /** Deliveries that came a second time without the word that they might. */
  public List<String> unmarkedCopies() {
    Set<String> seen = new HashSet<>();
    return bodies().stream()
        .map(body -> body.path("data"))
        .filter(data -> !seen.add(data.path("delivery").asText()))
        .filter(data -> !data.path("outcomeUnknown").asBoolean())
        .map(data -> data.path("delivery").asText())
        .toList();
  }

  public String body(int call) {
    return server.requests.get(call).body();
  }

  public String header(int call, String name) {
    return server.requests.get(call).header(name);
  }

  private static JsonNode parse(String body) {
    try {
      return JSON.readTree(body);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
