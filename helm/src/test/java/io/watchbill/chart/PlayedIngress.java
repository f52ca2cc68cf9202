package io.watchbill.chart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A controller of Ingresses: sends each request to the service that has its path, or nowhere. */
final class PlayedIngress implements AutoCloseable {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final PlayedNetwork network;
  private final Routes routes;
  private final HttpServer server;

  PlayedIngress(PlayedNetwork network) throws IOException {
    this.network = network;
    routes = Routes.of(network.installation());
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String service = routes.to(exchange.getRequestURI().getPath());
    if (!Chart.SERVICES.contains(service)) {
      JsonAnswer.send(exchange, 404, "{\"detail\": \"no path of the Ingress leads there\"}");
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
                URI.create(
                    network.address(Chart.RELEASE + "-" + service) + exchange.getRequestURI()))
            .timeout(Duration.ofSeconds(20))
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    for (String header : List.of("Authorization", "Content-Type")) {
      String value = exchange.getRequestHeaders().getFirst(header);
      if (value != null) {
        request.header(header, value);
      }
    }
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      JsonAnswer.send(exchange, response.statusCode(), response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      JsonAnswer.send(exchange, 502, "{\"detail\": \"" + service + " does not answer\"}");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
