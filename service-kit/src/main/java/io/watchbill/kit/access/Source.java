package io.watchbill.kit.access;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

/** Where a request comes from, as far as it can be told apart from others. */
public final class Source {
  private static final int NETWORK = 8;

  private Source() {}

  /** The address; of IPv6 the network of 64 bits, of which one host has as many as it likes. */
  public static String of(SocketAddress address) {
    String host = address == null ? null : address.hostAddress();
    if (host == null) {
      return "unknown";
    }
    if (host.indexOf(':') < 0) {
      return host;
    }
    try {
      return of(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return host;
    }
  }

  /** The same of an address that has been read. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
        : address.getHostAddress();
  }
}
