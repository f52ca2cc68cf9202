package io.watchbill.kit.database;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Selects the connections that a thread uses: those of requests, unless it works for the loops or
 * receives events of a peer service. Threads inherit the lane of the thread that starts them.
 */
public final class Lane {
  private static final InheritableThreadLocal<Boolean> OF_LOOPS = new InheritableThreadLocal<>();

  private Lane() {}

  /** Runs work on the connections reserved for the loops. */
  public static <T> T ofLoops(Supplier<T> work) {
    Boolean before = OF_LOOPS.get();
    OF_LOOPS.set(true);
    try {
      return work.get();
    } finally {
      if (before == null) {
        OF_LOOPS.remove();
      } else {
        OF_LOOPS.set(before);
      }
    }
  }

  /** As {@link #ofLoops(Supplier)}, for work without a result. */
  public static void run(Runnable work) {
    ofLoops(
        () -> {
          work.run();
          return Optional.empty();
        });
  }

  static boolean isOfLoops() {
    return Boolean.TRUE.equals(OF_LOOPS.get());
  }
}
