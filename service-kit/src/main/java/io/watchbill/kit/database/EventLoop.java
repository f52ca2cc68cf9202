package io.watchbill.kit.database;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits in a request that may block for work on entities, which runs on an event loop only. */
public final class EventLoop {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private EventLoop() {}

  /**
   * Does the work in the request of this virtual thread; throws what it fails with.
   *
   * @throws DatabaseUnavailableException when it takes longer than ten seconds
   */
  public static <T> T await(Supplier<Uni<T>> work) {
    Context request = requireNonNull(Vertx.currentContext(), "no request");
    try {
      return Uni.createFrom()
          .<T>deferred(work::get)
          .runSubscriptionOn(task -> request.runOnContext(ignored -> task.run()))
          .await()
          .atMost(DEADLINE);
    } catch (TimeoutException e) {
      throw new DatabaseUnavailableException("no answer within " + DEADLINE, e);
    }
  }
}
