package io.watchbill.kit.database;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which connections a thread uses: those of requests, unless it works for the loops or takes a peer
 * service's facts. Threads that such a thread starts are in its lane.
 */
public final class Lane {
  private static final InheritableThreadLocal<Boolean> OF_LOOPS = new InheritableThreadLocal<>();

  private Lane() {}

  /** Does work on the connections that requests cannot take. */
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
