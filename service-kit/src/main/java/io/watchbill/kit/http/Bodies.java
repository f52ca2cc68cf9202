package io.watchbill.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.http.BodyBudget.Lease;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * The request bodies in transit. Integrations and services have a budget of their own, which people
 * and automations cannot use up.
 */
@ApplicationScoped
public class Bodies {
  private static final int SHARE_OF_PEOPLE = 64;
  private static final int SHARE_OF_MACHINES = 32;

  /** A person or program has few bodies in transit; an integration may have many senders. */
  private static final long LEAST_OF_PEOPLE = 32 * 1024;

  private static final long LEAST_OF_MACHINES = 2 * 1024;

  private final HttpSettings settings;
  private final Sources sources;
  private final List<String> streamed;
  private final BodyBudget people;
  private final BodyBudget machines;

  Bodies(HttpSettings settings, Sources sources) {
    this.settings = settings;
    this.sources = sources;
    this.streamed = settings.streamedPaths().orElse(List.of());
    this.people =
        new BodyBudget(
            size(settings.bodyBudget(), SHARE_OF_PEOPLE, settings.maxJsonBody()), LEAST_OF_PEOPLE);
    this.machines =
        new BodyBudget(
            size(
                settings.machineBodyBudget(),
                SHARE_OF_MACHINES,
                streamed.isEmpty() ? settings.maxJsonBody() : settings.heldOfStreamed()),
            LEAST_OF_MACHINES);
  }

  /** Never so small that the longest body would be refused on an idle machine. */
  private static long size(Optional<MemorySize> set, int ofHeap, MemorySize longestBody) {
    long wanted =
        set.map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / ofHeap);
    return Math.max(wanted, 2 * longestBody.asLongValue());
  }

  /** Begins a body of the caller. */
  Lease lease(RoutingContext routing) {
    if (routing.user() instanceof QuarkusHttpUser user
        && user.getSecurityIdentity().getPrincipal() instanceof Principal principal) {
      boolean machine =
          switch (principal.kind()) {
            case INTEGRATION, SERVICE -> true;
            default -> false;
          };
      return (machine ? machines : people).lease(principal.getName());
    }
    return people.lease("at " + sources.of(routing.request()));
  }

  /** Returns whether bodies for the path are read as a stream. */
  boolean isStreamed(String path) {
    return streamed.stream().anyMatch(path::startsWith);
  }

  /** The body with its bounds. */
  BoundedBody bounded(InputStream body, RoutingContext routing, Lease lease) {
    boolean isStreamed = isStreamed(routing.normalizedPath());
    return new BoundedBody(
        body,
        (isStreamed ? settings.heldOfStreamed() : settings.maxJsonBody()).asLongValue(),
        isStreamed,
        lease,
        settings.bodyDeadline(),
        () -> Remainder.discard(routing));
  }
}
