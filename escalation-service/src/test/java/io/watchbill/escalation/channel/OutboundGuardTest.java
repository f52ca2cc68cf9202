package io.watchbill.escalation.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.kit.source.Cidr;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundGuardTest {
  private final OutboundGuard guard = new OutboundGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.9.9.9",
        "0.0.0.0",
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "100.64.0.1",
        "169.254.169.254",
        "224.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "::ffff:127.0.0.1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
        "2002:7f00:1::",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "ff02::1"
      })
  void internalAddressesAreOutOfReach(String address) throws Exception {
    assertThat(guard.isAllowed(InetAddress.getByName(address))).isFalse();
    assertThatThrownBy(() -> guard.checked(address))
        .isInstanceOf(OutboundGuard.ForbiddenAddressException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111"})
  void publicAddressesMayBeCalled(String address) throws Exception {
    assertThat(guard.checked(address)).isEqualTo(InetAddress.getByName(address));
  }

  @Test
  void aNetworkThatIsAllowedMayBeCalled() throws Exception {
    OutboundGuard laptop = new OutboundGuard(List.of("127.0.0.0/8", "fd00::/8"));

    assertThat(laptop.isAllowed(InetAddress.getByName("127.0.0.1"))).isTrue();
    assertThat(laptop.isAllowed(InetAddress.getByName("fd12::1"))).isTrue();
    assertThat(laptop.isAllowed(InetAddress.getByName("10.0.0.1"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.0/33", "example.org/8", "/8", "10.0.0.0/x"})
  void aBlockOfAnotherFormIsRefused(String block) {
    assertThatThrownBy(() -> Cidr.of(block)).isInstanceOf(IllegalArgumentException.class);
  }
}
