package io.watchbill.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Requests to one service over as many connections as are needed at once. */
public final class Requests {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int NO_ANSWER = 0;

  /** The server closes first: nothing is sent on a connection that this side is about to close. */
  private static final int FOR_EVER = 0;

  private final Context context = EventLoop.VERTX.getOrCreateContext();
  private final HttpClient client;
  private final Map<String, String> headers;

  /**
   * @param service its scheme, host and port
   * @param headers of every request
   */
  public Requests(URI service, Map<String, String> headers) {
    this.headers = Map.copyOf(headers);
    this.client =
        EventLoop.VERTX.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(service.getHost())
                .setDefaultPort(service.getPort())
                .setMaxPoolSize(MOST_CONNECTIONS)
                .setKeepAliveTimeout(FOR_EVER)
                .setConnectTimeout(2_000));
  }

  /** Returns whether a path was answered 200; the body is read and dropped. */
  public boolean get(String path) {
    return status(HttpMethod.GET, path, Buffer.buffer()) == 200;
  }

  /** Returns whether a path was answered 204: there is nothing new. */
  public boolean unchanged(String path) {
    return status(HttpMethod.GET, path, Buffer.buffer()) == 204;
  }

  /** Returns whether what was posted was answered 2xx. */
  public boolean post(String path, String body) {
    return status(HttpMethod.POST, path, Buffer.buffer(body)) / 100 == 2;
  }

  private int status(HttpMethod method, String path, Buffer body) {
    RequestOptions options =
        new RequestOptions().setMethod(method).setURI(path).setTimeout(PATIENCE.toMillis());
    headers.forEach(options::putHeader);
    CompletableFuture<Integer> status = new CompletableFuture<>();
    context.runOnContext(go -> send(options, body).onComplete(s -> status.complete(s.result())));
    return status.join();
  }

  /** On the thread of the connections: answers would end before anybody else listens to them. */
  private Future<Integer> send(RequestOptions options, Buffer body) {
    return client
        .request(options)
        .compose(request -> request.send(body))
        .compose(answer -> answer.end().map(end -> answer))
        .map(HttpClientResponse::statusCode)
        .otherwise(NO_ANSWER);
  }
}
