package io.watchbill.kit.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;

/** Metrics also stand where scrapers look for them first. */
public class MetricsPath {
  void route(@Observes Router router) {
    router.get("/metrics").handler(request -> request.reroute("/q/metrics"));
  }
}
