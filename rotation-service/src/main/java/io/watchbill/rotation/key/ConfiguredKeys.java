package io.watchbill.rotation.key;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.ApiKey;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.input.Id;
import io.watchbill.rotation.session.EndOfSessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Registers the keys of the configuration: at the start, or as soon as the database takes them. */
@ApplicationScoped
public class ConfiguredKeys {
  private static final Logger LOG = Logger.getLogger(ConfiguredKeys.class);

  private record Registration(
      ApiKey key, Principal.Kind kind, String principal, List<String> scopes) {}

  private final Database database;
  private final KeyRepository keys;
  private final EndOfSessions sessions;
  private final List<Registration> registrations;
  private final AtomicBoolean open;

  ConfiguredKeys(
      Database database, KeyRepository keys, EndOfSessions sessions, KeySettings settings) {
    this.database = database;
    this.keys = keys;
    this.sessions = sessions;
    this.registrations = registrations(settings);
    this.open = new AtomicBoolean(true);
  }

  /** Returns whether a key is part of this process's configuration. */
  boolean has(String id) {
    return registrations.stream().anyMatch(registration -> registration.key().id().equals(id));
  }

  void atStart(@Observes StartupEvent event) {
    register();
  }

  @Scheduled(every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @RunOnVirtualThread
  void again() {
    register();
  }

  private void register() {
    if (!open.get()) {
      return;
    }
    try {
      database.run(
          tx -> {
            registrations.forEach(r -> register(tx, r));
          });
      open.set(false);
    } catch (DatabaseUnavailableException e) {
      LOG.warn("The configured keys will be registered as soon as the database answers");
    } catch (RuntimeException e) {
      LOG.warnf(
          "The configured keys will be registered as soon as the database takes them (is it"
              + " migrated?): %s",
          e);
    }
  }

  /** A key with a new secret is another key to those who signed in with it. */
  private void register(Tx tx, Registration r) {
    if (keys.register(tx, r.key(), r.kind().wire(), r.principal(), r.scopes())) {
      sessions.ofKey(tx, r.key().id());
    }
  }

  private static List<Registration> registrations(KeySettings settings) {
    List<Registration> registrations = new ArrayList<>();
    settings
        .adminKey()
        .map(text -> parse("watchbill.access.admin-key", text))
        .ifPresent(
            key ->
                registrations.add(
                    new Registration(
                        key, Principal.Kind.AUTOMATION, "admin", List.of(Rights.ADMIN))));
    settings
        .serviceKeys()
        .forEach(
            (service, text) -> {
              String name = "watchbill.access.service-keys." + service;
              if (!Id.fits(service)) {
                throw new IllegalStateException(name + ": " + Id.RULE);
              }
              registrations.add(
                  new Registration(parse(name, text), Principal.Kind.SERVICE, service, List.of()));
            });
    return List.copyOf(registrations);
  }

  private static ApiKey parse(String property, String text) {
    return ApiKey.parse(text.strip())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    property
                        + " is not a key: it must have the form wb_<12 alphanumerics>_<32 of "
                        + "them>"));
  }
}
