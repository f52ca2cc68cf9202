package io.watchbill.kit.database;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** A deadline for answers of the database, for threads that may block. */
final class Deadline {
  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** Returns the time that is left; zero when it is over. */
  Duration left() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  /**
   * Waits for an answer.
   *
   * @throws TimeoutException when the time is over
   */
  <T> T await(Future<T> answer) {
    long left = nanos - System.nanoTime();
    if (left <= 0) {
      throw new TimeoutException();
    }
    try {
      return answer.toCompletionStage().toCompletableFuture().get(left, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw unchecked(Objects.requireNonNullElse(e.getCause(), e));
    } catch (java.util.concurrent.TimeoutException e) {
      throw new TimeoutException();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DatabaseUnavailableException("interrupted while the database was at work", e);
    }
  }

  static RuntimeException unchecked(Throwable failure) {
    return failure instanceof RuntimeException e ? e : new CompletionException(failure);
  }
}
