package io.watchbill.laptop.proxy;

import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The one address before three played services. */
abstract class ProxyTest {
  final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  final Map<Service, PlayedService> services = new EnumMap<>(Service.class);
  OneAddress address;

  @BeforeEach
  void start() {
    for (Service service : Service.values()) {
      services.put(service, new PlayedService(service.word()));
    }
    open(Limits.DEFAULT);
  }

  /** Opens the address; another with other limits in its place. */
  void open(Limits limits) {
    if (address != null) {
      address.close();
    }
    Map<Service, URI> addresses = new EnumMap<>(Service.class);
    services.forEach((service, played) -> addresses.put(service, played.address()));
    address = OneAddress.open(0, PathTable.ofChart(), addresses, limits);
  }

  @AfterEach
  void stop() {
    address.close();
    services.values().forEach(PlayedService::close);
    http.close();
  }

  PlayedService incident() {
    return services.get(Service.INCIDENT);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + address.port() + path))
        .timeout(Duration.ofSeconds(30));
  }

  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = to(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  Wire wire() throws IOException {
    return new Wire(address.port());
  }
}
