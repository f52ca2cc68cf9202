package io.watchbill.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;

/**
 * What plays the world around the services shares the machine with them: one thread does all its
 * HTTP.
 */
final class Sparing {
  static final Vertx VERTX =
      Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setUseDaemonThread(true));

  private Sparing() {}
}
