package io.watchbill.kit.access;

import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.access.AccessMetrics.Refusal;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Throttles guesses of secrets in URLs, such as those of feeds and acknowledgement links. Failures
 * count against their source as failures with keys do, see {@link Throttle}; valid secrets keep
 * working, whatever else has come from that source.
 */
@ApplicationScoped
public class Guesses {
  private final Throttle throttle;
  private final Sources sources;
  private final AccessMetrics metrics;

  Guesses(Throttle throttle, Sources sources, AccessMetrics metrics) {
    this.throttle = throttle;
    this.sources = sources;
    this.metrics = metrics;
  }

  /**
   * Returns what a secret opens, where that can be computed without a look-up.
   *
   * @throws ThrottledException when it opens nothing and the source has failed too often
   */
  public <T> Optional<T> counted(Optional<T> opened) {
    return opened.or(this::failed);
  }

  /**
   * Looks up what a secret opens.
   *
   * @param name under which a valid secret is remembered; not the secret itself
   * @throws ThrottledException when it opens nothing and the source has failed too often, or is not
   *     looked up because of what failed before
   */
  public <T> Optional<T> looked(String name, Supplier<Optional<T>> look) {
    Optional<Duration> shut = throttle.shutFor(source(), name);
    if (shut.isEmpty()) {
      return look(name, look);
    }
    if (!throttle.mayLook()) {
      throw throttled(shut.get());
    }
    try {
      return look(name, look);
    } finally {
      throttle.looked();
    }
  }

  private <T> Optional<T> look(String name, Supplier<Optional<T>> look) {
    Optional<T> found = look.get();
    found.ifPresent(some -> throttle.exists(name));
    return counted(found);
  }

  private <T> Optional<T> failed() {
    Optional<Duration> wait = throttle.failed(source(), "");
    if (wait.isPresent()) {
      throw throttled(wait.get());
    }
    return Optional.empty();
  }

  private String source() {
    return sources.of(CurrentRequestManager.get().unwrap(RoutingContext.class).request());
  }

  private ThrottledException throttled(Duration wait) {
    metrics.refused(Refusal.THROTTLED);
    return new ThrottledException(wait);
  }
}
