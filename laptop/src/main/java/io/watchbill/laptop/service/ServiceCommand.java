package io.watchbill.laptop.service;

import io.watchbill.laptop.Credentials;
import io.watchbill.laptop.Ports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The command line and environment with which a service is started.
 *
 * @param home the checkout in which the services were built
 * @param program what they are started as
 */
public record ServiceCommand(Path home, Ports ports, Credentials credentials, Program program) {

  /** Of the launcher, which gives all three one address. */
  private static final String PROXY = "127.0.0.1";

  /** Webhooks may reach receivers on this machine, where people try them. */
  private static final String ALLOWED = "WATCHBILL_OUTBOUND_ALLOWED_NETWORKS";

  /** The command line. The heap is small: an installation on a laptop holds little. */
  public List<String> line(Service service) {
    return program.line(
        home,
        service,
        List.of(
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Djava.net.preferIPv4Stack=true"));
  }

  /** The command line that runs it from its sources, and follows their changes. */
  public List<String> developmentLine(Service service) {
    return List.of(
        home.resolve("mvnw").toString(),
        "-f",
        home.resolve("pom.xml").toString(),
        "-B",
        "-ntp",
        "-pl",
        service.module(),
        "-am",
        "quarkus:dev",
        "-Ddebug=" + ports.debugger(),
        "-Dmaven.test.skip=true",
        "-Dquarkus.console.enabled=false",
        "-Dquarkus.hibernate-orm.validate-in-dev-mode=false",
        "-Dquarkus.test.continuous-testing=disabled",
        "-Dquarkus.analytics.disabled=true");
  }

  /** Returns the variables to add to the launcher's environment, which the service inherits. */
  public Map<String, String> environment(Service service) {
    Map<String, String> environment = new HashMap<>();
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", String.valueOf(service.port(ports)));
    environment.put("QUARKUS_DATASOURCE_USERNAME", service.role().sqlName());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", credentials.databasePassword(service.role()));
    environment.put("WATCHBILL_DATABASE_URL", databaseUrl());
    environment.put("WATCHBILL_PUBLIC_URL", ports.address().toString());
    environment.put("WATCHBILL_HTTP_BEHIND_PROXY", "true");
    environment.put("WATCHBILL_HTTP_TRUSTED_PROXIES", PROXY);
    environment.put("WATCHBILL_SERVICE_KEY", credentials.serviceKey(service));
    environment.put("WATCHBILL_LOG_JSON", "false");
    for (Service peer : Service.values()) {
      environment.put("WATCHBILL_PEERS_" + upper(peer) + "_URL", peer.address(ports).toString());
    }
    switch (service) {
      case ROTATION -> environment.putAll(firstKeys());
      case ESCALATION -> {
        environment.put("WATCHBILL_LINK_SECRET", credentials.linkSecret());
        credentials
            .acceptedLinkSecret()
            .ifPresent(secret -> environment.put("WATCHBILL_ACCEPTED_LINK_SECRET", secret));
        environment.put(ALLOWED, System.getenv().getOrDefault(ALLOWED, "127.0.0.0/8"));
      }
      case INCIDENT -> {
        // needs no more
      }
    }
    return environment;
  }

  private Map<String, String> firstKeys() {
    Map<String, String> keys = new HashMap<>();
    keys.put("WATCHBILL_ACCESS_ADMIN_KEY", credentials.adminKey());
    for (Service service : Service.values()) {
      keys.put("WATCHBILL_ACCESS_SERVICE_KEYS_" + upper(service), credentials.serviceKey(service));
    }
    return keys;
  }

  private String databaseUrl() {
    return "postgresql://127.0.0.1:" + ports.postgres() + "/watchbill";
  }

  private static String upper(Service service) {
    return service.word().toUpperCase(Locale.ROOT);
  }
}
