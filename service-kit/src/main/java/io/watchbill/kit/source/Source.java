package io.watchbill.kit.source;

import io.vertx.core.net.SocketAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The source of a request, for throttling. */
public final class Source {
  private static final int NETWORK = 8;

  private Source() {}

  /** Returns the address; for IPv6 its /64 network, since one host has all addresses of it. */
  public static String of(@Nullable SocketAddress address) {
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

  /** As above, for a parsed address. */
  public static String of(InetAddress address) {
    return address instanceof Inet6Address six
        ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK))
        : address.getHostAddress();
  }
}
