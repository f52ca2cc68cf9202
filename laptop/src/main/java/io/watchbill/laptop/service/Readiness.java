package io.watchbill.laptop.service;

import io.watchbill.laptop.Ports;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks services whether they are ready to serve. */
public final class Readiness {
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();
  private final Ports ports;

  public Readiness(Ports ports) {
    this.ports = ports;
  }

  /** Returns whether the service is ready now. */
  public boolean isReady(Service service) {
    HttpRequest request =
        HttpRequest.newBuilder(service.address(ports).resolve("/q/health/ready"))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
