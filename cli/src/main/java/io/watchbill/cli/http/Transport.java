package io.watchbill.cli.http;

import io.watchbill.cli.config.Connection;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * Sends requests, each once. No redirection is followed: the key goes to the address that it was
 * given for, and nowhere else.
 */
final class Transport {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);
  private static final Duration TO_ANSWER = Duration.ofSeconds(20);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(TO_CONNECT)
          .build();
  private final Connection connection;
  private final String agent;

  Transport(Connection connection, String agent) {
    this.connection = connection;
    this.agent = agent;
  }

  Answer send(Call call) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(call))
            .timeout(TO_ANSWER)
            .header("Accept", "application/json")
            .header("User-Agent", agent)
            .header("Authorization", "Bearer " + connection.key())
            .method(
                call.method(),
                call.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody));
    call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
    call.key().ifPresent(key -> request.header("Idempotency-Key", key));
    return Answer.of(http.send(request.build(), BodyHandlers.ofString()));
  }

  private URI uri(Call call) {
    return URI.create(connection.addresses().of(call.service()) + call.path());
  }
}
