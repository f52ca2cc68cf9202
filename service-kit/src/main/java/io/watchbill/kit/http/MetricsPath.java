package io.watchbill.kit.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** Serves the metrics also at {@code /metrics}, where scrapers look first. */
public class MetricsPath {
  void route(@Observes Router router) {
    router.get("/metrics").handler(request -> request.reroute("/q/metrics"));
  }
}
