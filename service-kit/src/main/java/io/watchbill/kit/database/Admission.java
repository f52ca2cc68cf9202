package io.watchbill.kit.database;

import io.vertx.core.Future;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Lets a bounded number of requests wait for connections and refuses more at once. Who has waited
 * once is not refused later in the same request: while many ask, a request that takes several
 * connections one after the other would hardly ever get to its end otherwise.
 */
final class Admission {
  private final int most;
  private final AtomicInteger waiting = new AtomicInteger();

  /** Set on virtual threads only: each serves one request and ends with it. */
  private final ThreadLocal<Boolean> letIn = new ThreadLocal<>();

  /**
   * @param most how many may wait before newcomers are refused
   */
  Admission(int most) {
    this.most = most;
  }

  /**
   * Asks for a connection.
   *
   * @return fails with {@link ConnectionPoolTooBusyException} when too many wait and this request
   *     has not waited before
   */
  <T> Future<T> admit(Supplier<Future<T>> connection) {
    if (waiting.incrementAndGet() > most && letIn.get() == null) {
      waiting.decrementAndGet();
      return Future.failedFuture(new ConnectionPoolTooBusyException("too many requests wait"));
    }
    if (Thread.currentThread().isVirtual()) {
      letIn.set(true);
    }
    try {
      return connection.get().onComplete(done -> waiting.decrementAndGet());
    } catch (RuntimeException e) {
      waiting.decrementAndGet();
      throw e;
    }
  }
}
