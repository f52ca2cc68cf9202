package io.watchbill.kit.connection;

import io.watchbill.kit.source.Source;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Counts open connections, in all and by source. One source gets its share at most. The last part
 * of the room is for sources that have hardly any connection, so that probes, peer services and new
 * callers get in beside many sources that have filled their share.
 */
public final class ConnectionBounds {
  /** Enough for a caller that asks now and then. */
  private static final int FEW = 16;

  private static final int SHARE_FOR_THE_FEW = 8;

  private static volatile Optional<ConnectionBounds> ofThisProcess = Optional.empty();

  private final int most;
  private final int mostOfOne;
  private final Predicate<InetAddress> speaksForMany;
  private final Map<String, Integer> bySource = new HashMap<>();
  private int open;
  private long refused;

  /**
   * Creates bounds with no connection open.
   *
   * @param most connections of all sources together
   * @param mostOfOne connections of one source
   * @param speaksForMany sources without a share of their own, such as trusted proxies
   */
  ConnectionBounds(int most, int mostOfOne, Predicate<InetAddress> speaksForMany) {
    this.most = most;
    this.mostOfOne = mostOfOne;
    this.speaksForMany = speaksForMany;
  }

  /** Returns the bounds of this process; empty in one that is no service, such as a build. */
  static Optional<ConnectionBounds> ofThisProcess() {
    return ofThisProcess;
  }

  /** Makes these the bounds of this process. */
  void apply() {
    ofThisProcess = Optional.of(this);
  }

  /** Counts one more connection of a source, until {@link #leave}; false if it may have none. */
  synchronized boolean enter(InetAddress address) {
    String source = Source.of(address);
    int ofSource = bySource.getOrDefault(source, 0);
    boolean inShare = ofSource < mostOfOne || speaksForMany.test(address);
    boolean inRoom = open < (ofSource < FEW ? most : most - most / SHARE_FOR_THE_FEW);
    if (!inShare || !inRoom) {
      refused++;
      return false;
    }
    open++;
    bySource.put(source, ofSource + 1);
    return true;
  }

  synchronized void leave(InetAddress address) {
    open--;
    bySource.computeIfPresent(Source.of(address), (name, many) -> many > 1 ? many - 1 : null);
  }

  /** Returns the number of open connections. */
  synchronized int open() {
    return open;
  }

  /** Returns how many connections were refused since the start. */
  synchronized long refused() {
    return refused;
  }
}
