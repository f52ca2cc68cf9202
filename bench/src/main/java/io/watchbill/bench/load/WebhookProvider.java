package io.watchbill.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.watchbill.laptop.api.Api;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A provider to which pages are handed: it stores what it took, and can misbehave on demand. */
public final class WebhookProvider implements AutoCloseable {
  /** How the provider treats what comes. */
  public enum Mood {
    /** Takes the page and says so. */
    TAKES,
    /** Refuses with 500; the page was not taken. */
    FAILS,
    /** Takes the page, then drops the connection without an answer. */
    TAKES_AND_DROPS,
    /** Neither takes nor answers until its mood changes. */
    HANGS
  }

  /** A page that was taken, or a repetition of one. */
  public record Taken(Instant at, long nanos, String id, String text) {
    public JsonNode body() {
      return Api.parse(text);
    }
  }

  private final HttpServer server;
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final Queue<HttpServerRequest> hanging = new ConcurrentLinkedQueue<>();
  private volatile Mood mood = Mood.TAKES;

  public WebhookProvider() {
    server =
        EventLoop.VERTX
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(request -> request.body().onSuccess(body -> take(request, body)))
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  /** Where pages are to be sent. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort() + "/page");
  }

  /** Everything that was taken so far, in order. */
  public Queue<Taken> taken() {
    return taken;
  }

  /** Changes the mood; what hangs is let go with it, without an answer. */
  public void mood(Mood changed) {
    mood = changed;
    letGo();
  }

  private void letGo() {
    while (mood != Mood.HANGS && !hanging.isEmpty()) {
      Optional.ofNullable(hanging.poll()).ifPresent(request -> request.connection().close());
    }
  }

  private void take(HttpServerRequest request, Buffer body) {
    switch (mood) {
      case TAKES -> {
        keep(request, body);
        request.response().setStatusCode(204).end();
      }
      case FAILS -> request.response().setStatusCode(500).end();
      case TAKES_AND_DROPS -> {
        keep(request, body);
        request.connection().close();
      }
      case HANGS -> {
        hanging.add(request);
        letGo();
      }
    }
  }

  private void keep(HttpServerRequest request, Buffer body) {
    String id = request.getHeader("webhook-id");
    taken.add(new Taken(Instant.now(), System.nanoTime(), id, body.toString()));
  }

  @Override
  public void close() {
    mood(Mood.TAKES);
    server.close().toCompletionStage().toCompletableFuture().join();
  }
}
