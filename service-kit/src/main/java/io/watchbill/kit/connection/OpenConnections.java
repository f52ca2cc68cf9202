package io.watchbill.kit.connection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.config.SmallRyeConfig;
import io.watchbill.kit.http.HttpSettings;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The bounds of this process, with their metrics. They are those of its server, whose transport no
 * bean creates.
 */
@Startup
@ApplicationScoped
public class OpenConnections {
  private static volatile ConnectionBounds bounds = unbounded();

  OpenConnections(MeterRegistry metrics) {
    Gauge.builder("watchbill.http.connections", () -> bounds.open())
        .description("Open HTTP connections to this process")
        .register(metrics);
    FunctionCounter.builder("watchbill.http.connections.refused", this, self -> bounds.refused())
        .description("Connections that were closed at once: too many of one source, or of all")
        .register(metrics);
  }

  static ConnectionBounds begin() {
    HttpSettings settings =
        ConfigProvider.getConfig()
            .unwrap(SmallRyeConfig.class)
            .getConfigMapping(HttpSettings.class);
    Sources sources = Sources.of(ConfigProvider.getConfig());
    bounds =
        new ConnectionBounds(
            settings.connections(), settings.connectionsOfOneSource(), sources::isProxy);
    return bounds;
  }

  private static ConnectionBounds unbounded() {
    return new ConnectionBounds(Integer.MAX_VALUE, Integer.MAX_VALUE, source -> true);
  }
}
