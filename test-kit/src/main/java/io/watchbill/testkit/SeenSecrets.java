package io.watchbill.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import io.watchbill.kit.access.ApiKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Collects the secrets that pass through a service under test: keys in headers and paths, sessions
 * in cookies, anything that an answer calls key, secret or token, and configured ones. Stored in a
 * file, which the class loaders of all profiles share.
 */
@ApplicationScoped
public class SeenSecrets {
  private static final Path FILE = Path.of("target", "suite.secrets");
  private static final Set<String> WRITTEN = ConcurrentHashMap.newKeySet();
  private static final Set<String> FIELDS = Set.of("key", "secret", "token");
  private static final Pattern IN_PATH =
      Pattern.compile(
          "/(?:v1/ingest/[a-z-]+|acknowledge|sign-in|things/by-key)/([0-9A-Za-z_-]{20,})");
  private static final Pattern CONFIGURED =
      Pattern.compile(
          "watchbill\\.((accepted-)?link-secret|service-key|access\\.(admin-key|service-keys\\..+))"
              + "|quarkus\\.datasource\\.password");
  private static final int SHORTEST = 12;

  private final ObjectMapper mapper;

  SeenSecrets(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  static Set<String> all() {
    try (Stream<String> lines = Files.lines(FILE)) {
      return lines.collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void forget() {
    try {
      Files.deleteIfExists(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void configured(@Observes StartupEvent event, Config config) {
    for (String name : config.getPropertyNames()) {
      if (CONFIGURED.matcher(name).matches()) {
        config.getOptionalValue(name, String.class).ifPresent(SeenSecrets::add);
      }
    }
  }

  @ServerRequestFilter(preMatching = true)
  public void sent(ContainerRequestContext request) {
    Optional.ofNullable(request.getHeaderString("Authorization"))
        .map(header -> header.substring(header.indexOf(' ') + 1).strip())
        .ifPresent(SeenSecrets::add);
    request.getCookies().values().stream()
        .filter(cookie -> cookie.getName().endsWith(TestSessions.COOKIE))
        .forEach(cookie -> add(cookie.getValue()));
    Matcher path = IN_PATH.matcher(request.getUriInfo().getPath());
    if (path.find()) {
      add(path.group(1));
    }
  }

  @ServerResponseFilter
  public void answered(ContainerResponseContext response) {
    response.getHeaders().getOrDefault("Set-Cookie", List.of()).stream()
        .map(cookie -> cookie.toString().replaceFirst("^[^=]*=", "").replaceFirst(";.*", ""))
        .forEach(SeenSecrets::add);
    Object entity = response.getEntity();
    if (entity != null && !(entity instanceof CharSequence)) {
      collect(mapper.valueToTree(entity));
    }
  }

  private static void collect(JsonNode tree) {
    tree.properties()
        .forEach(
            field -> {
              if (FIELDS.contains(field.getKey()) && field.getValue().isTextual()) {
                add(field.getValue().asText());
              }
            });
    tree.forEach(SeenSecrets::collect);
  }

  private static synchronized void add(String secret) {
    if (secret.length() < SHORTEST || !WRITTEN.add(secret)) {
      return;
    }
    String secretPart = ApiKey.parse(secret).map(key -> key.secret() + "\n").orElse("");
    try {
      Files.writeString(
          FILE, secret + "\n" + secretPart, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
