package io.watchbill.escalation.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Tells the service under test where its fake neighbours and its SMTP server will listen. */
public final class Neighbourhood implements QuarkusTestResourceLifecycleManager {

  @Override
  public Map<String, String> start() {
    return Map.of(
        "watchbill.neighbours.rotation.url", "http://127.0.0.1:" + freePort(),
        "watchbill.neighbours.incident.url", "http://127.0.0.1:" + freePort(),
        "quarkus.mailer.host", "127.0.0.1",
        "quarkus.mailer.port", String.valueOf(freePort()),
        "quarkus.mailer.mock", "false",
        "watchbill.outbound.timeout", "3s",
        "watchbill.outbound.allowed-networks", "127.0.0.0/8",
        "watchbill.public-url", "http://watchbill.test");
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void stop() {}
}
