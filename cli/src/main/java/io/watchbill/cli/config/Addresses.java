package io.watchbill.cli.config;

import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the services are.
 *
 * @param of the address of each, without a slash at its end
 */
public record Addresses(Map<Service, URI> of) {
  private static final List<String> SCHEMES = List.of("http", "https");
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

  /**
   * Reads one address for all services, or three: {@code incident=URL,rotation=URL,escalation=URL}.
   */
  public static Addresses parse(String text) {
    Map<Service, URI> addresses = new EnumMap<>(Service.class);
    for (String part : text.strip().split(",", -1)) {
      Optional<Service> one =
          Arrays.stream(Service.values()).filter(s -> part.startsWith(s.word() + "=")).findFirst();
      if (one.isPresent()) {
        addresses.put(one.get(), address(part.substring(part.indexOf('=') + 1)));
      } else {
        URI all = address(part);
        Arrays.stream(Service.values()).forEach(s -> addresses.put(s, all));
      }
    }
    if (addresses.size() < Service.values().length) {
      throw Failure.usage(
          "the URL is one for all services, or three: incident=URL,rotation=URL,escalation=URL");
    }
    return new Addresses(Map.copyOf(addresses));
  }

  /** Returns those of services on this machine, on ports that follow each other. */
  static Addresses onThisMachine(int firstPort) {
    Map<Service, URI> addresses = new EnumMap<>(Service.class);
    int port = firstPort;
    for (Service service : Service.values()) {
      addresses.put(service, URI.create("http://127.0.0.1:" + port++));
    }
    return new Addresses(Map.copyOf(addresses));
  }

  /** Returns the address of a service. */
  public URI of(Service service) {
    return Objects.requireNonNull(of.get(service));
  }

  /** Returns whether what is sent there can be read on its way. */
  public boolean isExposed() {
    return of.values().stream()
        .anyMatch(u -> "http".equals(u.getScheme()) && !LOOPBACK.contains(u.getHost()));
  }

  /** Returns what {@link #parse} reads. */
  public String text() {
    URI first = of(Service.INCIDENT);
    if (of.values().stream().allMatch(first::equals)) {
      return first.toString();
    }
    return String.join(
        ",", Arrays.stream(Service.values()).map(s -> s.word() + "=" + of(s)).toList());
  }

  private static URI address(String text) {
    String whole = text.contains("://") ? text : "https://" + text;
    try {
      URI uri = URI.create(whole.replaceAll("/+$", ""));
      if (uri.getHost() != null
          && SCHEMES.contains(uri.getScheme())
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.USAGE, "'" + text + "' is no URL", e);
    }
    throw Failure.usage("the URL must be http(s)://host[:port][/path], not '" + text + "'");
  }
}
