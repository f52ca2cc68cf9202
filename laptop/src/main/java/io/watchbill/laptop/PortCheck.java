package io.watchbill.laptop;

import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Checks whether the ports of an installation are free. */
final class PortCheck {
  private PortCheck() {}

  /**
   * Tries each port.
   *
   * @throws Refusal naming the first that is taken, and for whom it was meant
   */
  static void allFree(Ports ports) {
    for (Service service : Service.values()) {
      free(service.port(ports), service.module(), ports);
    }
    free(ports.postgres(), "Postgres", ports);
    free(ports.proxy(), "the address of all three", ports);
  }

  private static void free(int port, String owner, Ports ports) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new Refusal(
          "port %d, meant for %s, cannot be used (%s).\nChoose others: ./watchbill up --port-base %d"
              .formatted(port, owner, e.getMessage(), ports.base() + 1000),
          e);
    }
  }
}
