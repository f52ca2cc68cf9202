package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortCheckTest {
  @Test
  void aTakenPortIsNamedWithWhomItWasMeantFor() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort());

      assertThatThrownBy(() -> PortCheck.allFree(ports))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("port " + taken.getLocalPort() + ", meant for incident-service")
          .hasMessageContaining("--port-base");
    }
  }

  @Test
  void theOneAddressNeedsItsPortToo() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort() - 5);

      assertThatThrownBy(() -> PortCheck.allFree(ports))
          .hasMessageContaining(
              "port " + taken.getLocalPort() + ", meant for the address of all three");
    }
  }
}
