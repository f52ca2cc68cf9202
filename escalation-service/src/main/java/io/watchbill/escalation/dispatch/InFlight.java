package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.delivery.Claimed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What this process is sending by one channel. */
final class InFlight {
  private final Map<Key, Claimed> sending = new ConcurrentHashMap<>();

  /** Deliveries of one claim share its lease; one delivery may come again under another. */
  private record Key(UUID delivery, UUID lease) {
    static Key of(Claimed delivery) {
      return new Key(delivery.id(), delivery.lease());
    }
  }

  void begin(Claimed delivery) {
    sending.put(Key.of(delivery), delivery);
  }

  void end(Claimed delivery) {
    sending.remove(Key.of(delivery));
  }

  int count() {
    return sending.size();
  }

  List<Claimed> all() {
    return List.copyOf(sending.values());
  }

  /** Providers that have all the calls that they may have. */
  List<String> busy(int perProvider) {
    return sending.values().stream()
        .collect(Collectors.groupingBy(Claimed::provider, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(entry -> entry.getValue() >= perProvider)
        .map(Map.Entry::getKey)
        .toList();
  }
}
