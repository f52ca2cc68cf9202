package io.watchbill.kit.source;

import io.quarkus.runtime.Startup;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where requests come from. {@code X-Forwarded-For} counts only behind proxies, and only what the
 * proxies that are trusted have written into it: it is read from its end, up to the first address
 * that is no trusted proxy's. What stands before that is whatever the caller has sent.
 *
 * <p>No other header of this kind is read at all: {@code Forwarded}, and of {@code X-Forwarded-*}
 * host, port, protocol and prefix. Links are made from the public URL.
 */
@Startup
@Singleton
public class Sources {
  private static final String BEHIND_PROXY = "watchbill.http.behind-proxy";
  private static final String TRUSTED_PROXIES = "watchbill.http.trusted-proxies";
  private static final int MOST_PROXIES = 16;

  private final List<Cidr> trusted;

  Sources(
      @ConfigProperty(name = BEHIND_PROXY) boolean behindProxy,
      @ConfigProperty(name = TRUSTED_PROXIES) List<String> trustedProxies) {
    this.trusted = behindProxy ? trustedProxies.stream().map(Sources::block).toList() : List.of();
  }

  /** Returns whether an address is that of a trusted proxy, which speaks for many callers. */
  public boolean isProxy(InetAddress address) {
    return isTrusted(address);
  }

  /** The source of a request, as far as it can be distinguished from others; see {@link Source}. */
  public String of(HttpServerRequest request) {
    SocketAddress peer = request.connection().remoteAddress();
    Optional<InetAddress> address = peer == null ? Optional.empty() : read(peer.hostAddress());
    if (address.isEmpty() || !isTrusted(address.get())) {
      return Source.of(peer);
    }
    return Source.of(caller(address.get(), request.headers().getAll("X-Forwarded-For")));
  }

  private InetAddress caller(InetAddress proxy, List<String> headers) {
    List<String> hops =
        Arrays.asList(String.join(",", headers).split(",", -1)).reversed().stream()
            .limit(MOST_PROXIES)
            .toList();
    InetAddress last = proxy;
    for (String hop : hops) {
      Optional<InetAddress> address = read(hop.strip());
      if (address.isEmpty()) {
        return last;
      }
      last = address.get();
      if (!isTrusted(last)) {
        return last;
      }
    }
    return last;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.contains(address));
  }

  /** A literal address, some proxies write its port behind it; no name is looked up. */
  private static Optional<InetAddress> read(@Nullable String text) {
    String address = text == null ? "" : text;
    if (address.startsWith("[")) {
      address = address.replaceFirst("^\\[([^\\]]*)\\](:\\d{1,5})?$", "$1");
    } else {
      address = address.replaceFirst("^([0-9.]+):\\d{1,5}$", "$1");
    }
    boolean literal =
        address.matches("\\d{1,3}(\\.\\d{1,3}){3}")
            || address.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    try {
      return literal ? Optional.of(InetAddress.getByName(address)) : Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  private static Cidr block(String setting) {
    String text = setting.strip();
    if (text.indexOf('/') >= 0) {
      return Cidr.of(text);
    }
    return Cidr.of(text + (text.indexOf(':') >= 0 ? "/128" : "/32"));
  }
}
