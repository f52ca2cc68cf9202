package io.watchbill.kit.http;

import java.util.HashMap;
import java.util.Map;

/**
 * Limits the bytes of request bodies in transit, for all callers together; one caller may use at
 * most half.
 */
final class BodyBudget {
  private final long total;
  private final long share;
  private final long least;
  private final Map<String, Long> held = new HashMap<>();
  private long heldByAll;

  /**
   * A budget.
   *
   * @param least what a body costs at least: a connection and a thread that wait for it
   */
  BodyBudget(long total, long least) {
    this.total = total;
    this.least = least;
    this.share = Math.max(total / 2, least);
  }

  /** Begins a body of a caller, of whose bytes none are held yet. */
  Lease lease(String caller) {
    return new Lease(caller);
  }

  synchronized long held() {
    return heldByAll;
  }

  private synchronized boolean take(String caller, long bytes) {
    long ofCaller = held.getOrDefault(caller, 0L) + bytes;
    if (ofCaller > share || heldByAll + bytes > total) {
      return false;
    }
    held.put(caller, ofCaller);
    heldByAll += bytes;
    return true;
  }

  private synchronized void giveBack(String caller, long bytes) {
    heldByAll -= bytes;
    held.computeIfPresent(caller, (name, all) -> all > bytes ? all - bytes : null);
  }

  /** The bytes that one body holds. */
  final class Lease implements AutoCloseable {
    private final String caller;
    private long bytes;
    private boolean closed;

    private Lease(String caller) {
      this.caller = caller;
    }

    /** Extends the lease to that many bytes; returns false when there is no room. */
    synchronized boolean cover(long needed) {
      long more = Math.max(needed, least) - bytes;
      if (closed) {
        return false;
      }
      if (more > 0) {
        if (!take(caller, more)) {
          return false;
        }
        bytes += more;
      }
      return true;
    }

    /** Releases the bytes. Does nothing the second time. */
    @Override
    public synchronized void close() {
      if (!closed) {
        closed = true;
        giveBack(caller, bytes);
      }
    }
  }
}
