package io.watchbill.kit.load;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is looked up once in a while, however many ask. While one caller looks it up, the
 * others are answered with the last value; before there is one, each looks for itself. Nobody waits
 * for another caller: they would queue up behind a database that does not answer.
 *
 * @param <T> immutable, or safe to share
 */
public final class Recent<T> {
  private final Duration fresh;
  private final Clock clock;
  private final Supplier<T> lookup;
  private final ReentrantLock looking = new ReentrantLock();
  private volatile @Nullable Seen<T> seen;

  private record Seen<T>(Instant at, T value) {}

  /**
   * @param fresh how long a value is good for
   * @param lookup what it throws, the caller gets; the next caller tries again
   */
  public Recent(Duration fresh, Clock clock, Supplier<T> lookup) {
    this.fresh = fresh;
    this.clock = clock;
    this.lookup = lookup;
  }

  /** Returns the value, at most so old, or older while it is being looked up. */
  public T get() {
    Seen<T> last = seen;
    if (last != null && (isFresh(last) || !looking.tryLock())) {
      return last.value();
    }
    if (last == null) {
      return look();
    }
    try {
      return look();
    } finally {
      looking.unlock();
    }
  }

  private T look() {
    Seen<T> last = seen;
    if (last != null && isFresh(last)) {
      return last.value();
    }
    Instant now = clock.instant();
    T value = lookup.get();
    seen = new Seen<>(now, value);
    return value;
  }

  private boolean isFresh(Seen<T> last) {
    return Duration.between(last.at(), clock.instant()).abs().compareTo(fresh) < 0;
  }
}
