package io.watchbill.kit.connection;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.kit.http.HttpSettings;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;

/** Bounds the connections of a service by its settings, and shows them as metrics. */
@Startup
@ApplicationScoped
public class OpenConnections {
  OpenConnections(MeterRegistry metrics, HttpSettings settings, Sources sources) {
    ConnectionBounds bounds =
        new ConnectionBounds(
            settings.connections(), settings.connectionsOfOneSource(), sources::isProxy);
    bounds.apply();
    Gauge.builder("watchbill.http.connections", bounds, ConnectionBounds::open)
        .description("Open HTTP connections to this process")
        .strongReference(true)
        .register(metrics);
    FunctionCounter.builder("watchbill.http.connections.refused", bounds, ConnectionBounds::refused)
        .description("Connections that were closed at once: too many of one source, or of all")
        .register(metrics);
  }
}
