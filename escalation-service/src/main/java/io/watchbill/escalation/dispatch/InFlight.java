package io.watchbill.escalation.dispatch;

import io.watchbill.escalation.delivery.Claimed;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What this process is sending by one channel. */
final class InFlight {
  private final Map<UUID, Claimed> sending = new ConcurrentHashMap<>();

  void begin(Claimed delivery) {
    sending.put(delivery.lease(), delivery);
  }

  void end(Claimed delivery) {
    sending.remove(delivery.lease());
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
