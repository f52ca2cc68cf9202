package io.watchbill.laptop.proxy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyOptions;
import io.watchbill.laptop.service.Service;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One address for all three services, on the loopback interface. Bodies and events stream through
 * it; it keeps none of them.
 */
public final class OneAddress implements AutoCloseable {
  private static final int HEADERS = 32 * 1024;
  private static final int CLOSING_SECONDS = 5;

  static {
    // Else Netty warns on the terminal, on newer JDKs, of how it gets memory.
    System.setProperty("io.netty.noUnsafe", "true");
    System.setProperty("vertx.disableDnsResolver", "true");
  }

  private final AtomicInteger callers = new AtomicInteger();
  private final Limits limits;
  private final Vertx vertx;
  private final HttpServer server;

  private OneAddress(Limits limits) {
    this.limits = limits;
    this.vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(1)
                .setFileSystemOptions(
                    new FileSystemOptions()
                        .setFileCachingEnabled(false)
                        .setClassPathResolvingEnabled(false)));
    this.server =
        vertx
            .createHttpServer(
                new HttpServerOptions()
                    .setMaxHeaderSize(HEADERS)
                    .setHttp2ClearTextEnabled(false)
                    .setHandle100ContinueAutomatically(true)
                    .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                    .setIdleTimeout((int) limits.idle().toMillis()))
            .connectionHandler(this::admit);
  }

  /**
   * Opens the address.
   *
   * @param services where each service listens; they need not run yet
   * @throws IllegalStateException when the port cannot be used
   */
  public static OneAddress open(int port, PathTable paths, Map<Service, URI> services) {
    return open(port, paths, services, Limits.DEFAULT);
  }

  static OneAddress open(int port, PathTable paths, Map<Service, URI> services, Limits limits) {
    OneAddress address = new OneAddress(limits);
    try {
      address.listen(port, paths, services);
      return address;
    } catch (IllegalStateException e) {
      address.close();
      throw e;
    }
  }

  private void listen(int port, PathTable paths, Map<Service, URI> services) {
    HttpClient client = client();
    Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
    services.forEach((service, uri) -> proxies.put(service, proxy(client, service, uri)));
    try {
      server
          .requestHandler(new Routing(paths, proxies))
          .listen(port, "127.0.0.1")
          .toCompletionStage()
          .toCompletableFuture()
          .get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("port " + port + " cannot be used", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private HttpClient client() {
    return vertx.createHttpClient(
        new HttpClientOptions()
            .setMaxHeaderSize(2 * HEADERS)
            .setMaxInitialLineLength(HEADERS)
            .setConnectTimeout((int) limits.connecting().toMillis())
            // Services close what is idle for a minute.
            .setKeepAliveTimeout(20),
        new PoolOptions()
            .setHttp1MaxSize(limits.connections())
            .setMaxWaitQueueSize(limits.waiting()));
  }

  private HttpProxy proxy(HttpClient client, Service service, URI uri) {
    RequestOptions options =
        new RequestOptions()
            .setHost(uri.getHost())
            .setPort(uri.getPort())
            .setIdleTimeout(limits.silence().toMillis());
    return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
        .origin(context -> client.request(new RequestOptions(options)))
        .addInterceptor(new Forwarding(service));
  }

  private void admit(HttpConnection connection) {
    connection.closeHandler(closed -> callers.decrementAndGet());
    if (callers.incrementAndGet() > limits.callers()) {
      connection.close();
    }
  }

  /** The port on which it listens. */
  int port() {
    return server.actualPort();
  }

  @Override
  public void close() {
    try {
      vertx
          .close()
          .toCompletionStage()
          .toCompletableFuture()
          .get(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // The process ends all the same.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
