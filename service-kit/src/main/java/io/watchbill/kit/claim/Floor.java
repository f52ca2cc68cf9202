package io.watchbill.kit.claim;

import io.watchbill.kit.database.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The instant at which claims start to read the index of their queue. Finished rows leave their
 * entries in that index while anybody holds an older snapshot (a long dump, a replica with
 * feedback); a claim that started at the beginning would pass all of them, each time.
 *
 * <p>Only {@link Floors} moves it, once a second, to the oldest row that waits, and never past six
 * seconds ago: a transaction that began then may commit only now. Rows are made due at the present
 * at the earliest. A row before the floor is found when everything is read again: after a second,
 * or after twenty times as long as that takes, at most half a minute. A floor that was not
 * confirmed for a minute does not count: claims read everything.
 */
public final class Floor {
  /** Before every row. */
  public static final Instant NONE = Instant.parse("0001-01-01T00:00:00Z");

  /** A unit of work has five seconds. */
  private static final Duration LATE_COMMITS = Duration.ofSeconds(6);

  private static final long TRUSTED = Duration.ofMinutes(1).toNanos();
  private static final long LONGEST_REST = Duration.ofSeconds(30).toNanos();

  /** All is read for at most a twentieth of the time. */
  private static final int REST = 20;

  /** How a queue is asked for its oldest row. */
  @FunctionalInterface
  public interface Oldest {
    /** The instant of the oldest row that waits in a half-open interval; empty if none does. */
    Optional<Instant> waiting(Tx tx, Instant from, Instant until);
  }

  private final Oldest oldest;
  private final LongSupplier nanos;
  private long tookAll;
  private volatile Seen seen;

  /**
   * @param at where the queue begins
   * @param allAt when all was last read, in the nanoseconds of this process
   */
  private record Seen(Instant at, long allAt) {}

  /** A floor that lets everything be read until it is moved. */
  public Floor(Oldest oldest, LongSupplier nanos) {
    this.oldest = oldest;
    this.nanos = nanos;
    this.seen = new Seen(NONE, nanos.getAsLong());
  }

  /** From when on a claim has to read; what is due then belongs to it. */
  public Instant at() {
    Seen last = seen;
    return nanos.getAsLong() - last.allAt > TRUSTED ? NONE : last.at;
  }

  /** Returns when the next row that waits is or was due, if that is before an instant. */
  public Optional<Instant> next(Tx tx, Instant before) {
    return oldest.waiting(tx, at(), before);
  }

  /** Lets everything be read until it is moved again. */
  public void forget() {
    seen = new Seen(NONE, seen.allAt);
  }

  /**
   * Moves it up or down to where the queue begins now. By one thread at a time.
   *
   * @param now the present of the transaction, before which nothing of this was asked
   */
  public void move(Tx tx, Instant now) {
    long began = nanos.getAsLong();
    Seen last = seen;
    boolean all = began - last.allAt >= Math.min(REST * tookAll, LONGEST_REST);
    Instant latest = now.minus(LATE_COMMITS);
    Instant at = oldest.waiting(tx, all ? NONE : last.at, latest).orElse(latest);
    if (all) {
      tookAll = nanos.getAsLong() - began;
    }
    seen = new Seen(at, all ? began : last.allAt);
  }
}
