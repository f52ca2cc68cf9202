package io.watchbill.kit.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The rest of a body that is no longer read. */
final class Remainder {
  /** Long enough for a sender to finish and to read its answer. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private Remainder() {}

  /** Discards the rest; closes the connection if that takes too long. */
  static void discard(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    synchronized (request.connection()) {
      if (request.isEnded()) {
        return;
      }
      long timer = routing.vertx().setTimer(PATIENCE.toMillis(), id -> cutOff(request));
      request.handler(bytes -> {});
      request.endHandler(end -> routing.vertx().cancelTimer(timer));
      request.exceptionHandler(broken -> routing.vertx().cancelTimer(timer));
      request.resume();
    }
  }

  /** Ends a request whose body does not end. */
  static void cutOff(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset();
    } else {
      request.connection().close();
    }
  }
}
