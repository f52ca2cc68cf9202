package io.watchbill.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers for two seconds what was looked up. What was not found and what failed is not
 * remembered: a new key works at once.
 */
final class Remembered<K, V> {
  private static final Duration TIME = Duration.ofSeconds(2);
  private static final int SIZE = 10_000;

  private final Function<K, Uni<Optional<V>>> lookUp;
  private final Cache<K, V> found =
      Caffeine.newBuilder().maximumSize(SIZE).expireAfterWrite(TIME).build();
  private final Map<K, Uni<Optional<V>>> underWay = new ConcurrentHashMap<>();

  Remembered(Function<K, Uni<Optional<V>>> lookUp) {
    this.lookUp = lookUp;
  }

  void forget() {
    found.invalidateAll();
  }

  Uni<Optional<V>> find(K name) {
    V remembered = found.getIfPresent(name);
    return remembered != null
        ? Uni.createFrom().item(Optional.of(remembered))
        : lookUpTogether(name);
  }

  /**
   * Concurrent requests for one name query the database once. What was missing in that query may
   * have been made since.
   */
  private Uni<Optional<V>> lookUpTogether(K name) {
    Uni<Optional<V>> mine =
        lookUp(name).onTermination().invoke(() -> underWay.remove(name)).memoize().indefinitely();
    Uni<Optional<V>> others = underWay.putIfAbsent(name, mine);
    return others == null
        ? mine
        : others.chain(value -> value.isPresent() ? Uni.createFrom().item(value) : lookUp(name));
  }

  private Uni<Optional<V>> lookUp(K name) {
    return Uni.createFrom()
        .deferred(() -> lookUp.apply(name))
        .invoke(value -> value.ifPresent(some -> found.put(name, some)));
  }
}
