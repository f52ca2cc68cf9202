package io.watchbill.escalation.page;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start without a secret to sign links; a process that only migrates needs none. */
class LinkSecretCheck {

  void check(
      @Observes StartupEvent event,
      Provider<PageLinks> links,
      @ConfigProperty(name = "quarkus.init-and-exit", defaultValue = "false") boolean migrating) {
    if (!migrating) {
      java.util.UUID none = new java.util.UUID(0, 0);
      links.get().acknowledge(none, none);
    }
  }
}
