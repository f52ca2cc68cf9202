package io.watchbill.bench.load;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A provider to which pages are handed: it keeps what it took, and can be told to misbehave. */
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
  public record Taken(Instant at, long nanos, String id, JsonNode body) {}

  private final HttpServer server;
  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private volatile Mood mood = Mood.TAKES;
  private volatile CountDownLatch hanging = new CountDownLatch(1);

  public WebhookProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  /** Where pages are to be sent. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/page");
  }

  /** Everything that was taken so far, in order. */
  public Queue<Taken> taken() {
    return taken;
  }

  /** Changes the mood; what hangs is let go with it. */
  public void mood(Mood changed) {
    mood = changed;
    if (changed != Mood.HANGS) {
      CountDownLatch before = hanging;
      hanging = new CountDownLatch(1);
      before.countDown();
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      switch (mood) {
        case TAKES -> {
          keep(exchange, body);
          exchange.sendResponseHeaders(204, -1);
        }
        case FAILS -> exchange.sendResponseHeaders(500, -1);
        case TAKES_AND_DROPS -> keep(exchange, body);
        case HANGS -> hang();
      }
    }
  }

  private void hang() {
    try {
      hanging.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keep(HttpExchange exchange, byte[] body) {
    String id = exchange.getRequestHeaders().getFirst("webhook-id");
    JsonNode json = Api.parse(new String(body, StandardCharsets.UTF_8));
    taken.add(new Taken(Instant.now(), System.nanoTime(), id, json));
  }

  @Override
  public void close() {
    mood(Mood.TAKES);
    server.stop(0);
  }
}
