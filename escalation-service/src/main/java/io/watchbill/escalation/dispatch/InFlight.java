package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.channel.ParallelCalls;
import io.watchbill.escalation.delivery.ClaimRepository.Claims;
import io.watchbill.escalation.delivery.Claimed;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Tracks the deliveries that this process is sending by one channel. */
final class InFlight {
  private final int parallel;
  private final int perProvider;
  private final int share;
  private final Map<Key, Claimed> sending = new ConcurrentHashMap<>();
  private volatile boolean more;

  InFlight(ParallelCalls limits) {
    this.parallel = limits.all();
    this.perProvider = limits.perProvider();
    this.share = Math.max(1, perProvider / 2);
  }

  /** Deliveries of one claim share its lease; a delivery may be claimed again under another. */
  private record Key(UUID delivery, UUID lease) {
    static Key of(Claimed delivery) {
      return new Key(delivery.id(), delivery.lease());
    }
  }

  void end(Claimed delivery) {
    sending.remove(Key.of(delivery));
  }

  List<Claimed> all() {
    return List.copyOf(sending.values());
  }

  /** Returns providers that have no room for a whole share more. */
  List<String> busy() {
    return byProvider(sending.values()).entrySet().stream()
        .filter(entry -> entry.getValue() > perProvider - share)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the most deliveries of one provider that a claim may bring. */
  int share() {
    return share;
  }

  /** Returns whether the last claim left some behind. */
  boolean hasMore() {
    return more;
  }

  /** Returns how many more may be sent at once. */
  int free() {
    return parallel - sending.size();
  }

  /**
   * Adds the deliveries of a claim, which left out the busy providers.
   *
   * @return whether the next claim may bring more at once
   */
  boolean claimed(Claims claims, List<String> busy) {
    claims.deliveries().forEach(delivery -> sending.put(Key.of(delivery), delivery));
    more = claims.more() || more && !busy.isEmpty();
    return claims.more()
        && claims.deliveries().stream().anyMatch(delivery -> mayHaveMore(delivery.provider()));
  }

  /**
   * Returns whether another claim is worthwhile: the last one left some behind, and there is room
   * for a share again. So not every call that ends is followed by a claim of one.
   */
  boolean mayHaveMore(String provider) {
    return more && free() >= Math.min(share, parallel) && !busy().contains(provider);
  }

  private static Map<String, Long> byProvider(Collection<Claimed> deliveries) {
    return deliveries.stream()
        .collect(Collectors.groupingBy(Claimed::provider, Collectors.counting()));
  }
}
