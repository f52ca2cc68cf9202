package io.watchbill.escalation.channel;

import io.watchbill.kit.source.Cidr;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps webhooks away from internal addresses. Looks a name up, checks each of its addresses and
 * connects to the one that was checked, so that a name that changes in between (DNS rebinding)
 * gains nothing.
 */
@ApplicationScoped
public class OutboundGuard {
  private static final List<Cidr> INTERNAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(Cidr::of)
          .toList();

  private final List<Cidr> allowed;

  @Inject
  OutboundGuard(ChannelSettings settings) {
    this(settings.allowedNetworks().orElse(List.of()));
  }

  OutboundGuard(List<String> allowed) {
    this.allowed = allowed.stream().map(Cidr::of).toList();
  }

  /**
   * Returns an address of the host that may be called.
   *
   * @throws ForbiddenAddressException if any of its addresses is internal
   * @throws UnknownHostException if it has none
   */
  InetAddress checked(String host) throws UnknownHostException {
    InetAddress[] addresses = InetAddress.getAllByName(host);
    for (InetAddress address : addresses) {
      if (!isAllowed(address)) {
        throw new ForbiddenAddressException(
            host + " has the internal address " + address.getHostAddress());
      }
    }
    return addresses[0];
  }

  boolean isAllowed(InetAddress address) {
    return INTERNAL.stream().noneMatch(block -> block.contains(address))
        || allowed.stream().anyMatch(block -> block.contains(address));
  }

  /** The host has an internal address. */
  public static final class ForbiddenAddressException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String message) {
      super(message);
    }
  }
}
