package io.watchbill.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/**
 * The one thread that sends the load and takes the pages: both share the machine with what they
 * measure.
 */
final class EventLoop {
  static final Vertx VERTX =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));

  private EventLoop() {}
}
