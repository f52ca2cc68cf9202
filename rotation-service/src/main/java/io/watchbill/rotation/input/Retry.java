package io.watchbill.rotation.input;

import io.smallrye.mutiny.Uni;
import jakarta.persistence.OptimisticLockException;
import java.util.function.Supplier;
import org.hibernate.StaleStateException;
import org.hibernate.exception.ConstraintViolationException;

/** Retries concurrent PUTs of the same resource: the second one follows the first. */
public final class Retry {
  private static final int TIMES = 3;

  private Retry() {}

  /** Runs a unit of work again when another came first; {@code If-Match} is checked each time. */
  public static <T> Uni<T> onConflict(Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .<T>deferred(work::get)
        .onFailure(Retry::isConflict)
        .retry()
        .atMost(TIMES);
  }

  private static boolean isConflict(Throwable failure) {
    return failure instanceof ConstraintViolationException
        || failure instanceof StaleStateException
        || failure instanceof OptimisticLockException;
  }
}
