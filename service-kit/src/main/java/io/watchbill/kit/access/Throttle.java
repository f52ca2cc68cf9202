package io.watchbill.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Throttles guesses of keys. Each failure counts against its source and against the key id that it
 * named. Both have a burst and regain one failure every few seconds; beyond that, failures are
 * answered 429.
 *
 * <p>Nobody can lock a holder out: a key that is known to exist is always checked, and its right
 * secret always accepted. For sources over their limit only a few unknown keys are looked up at a
 * time, so that guesses cost the database little; others get 429 at once. Memory is bounded.
 *
 * <p>Caffeine makes the entries of a cache by the name of their class. The one of a bounded cache
 * that forgets after the last access is missing among those that Quarkus registers.
 */
@ApplicationScoped
@RegisterForReflection(classNames = "com.github.benmanes.caffeine.cache.PSAMS")
public class Throttle {
  private static final int REMEMBERED = 10_000;
  private static final int AT_A_TIME = 2;
  private static final Duration KNOWN_FOR = Duration.ofHours(1);

  private final Semaphore looks = new Semaphore(AT_A_TIME);
  private final Settings settings;
  private final Clock clock;
  private final Cache<String, Instant> empty;
  private final Cache<String, Boolean> existing =
      Caffeine.newBuilder().maximumSize(REMEMBERED).expireAfterAccess(KNOWN_FOR).build();

  Throttle(Settings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.empty =
        Caffeine.newBuilder()
            .maximumSize(REMEMBERED)
            .expireAfterWrite(settings.every().multipliedBy(settings.atOnce() + 1L))
            .build();
  }

  /** The limits for failed attempts. */
  @ConfigMapping(prefix = "watchbill.access.failures")
  public interface Settings {
    /** How many failed looks at keys are let through at once, per source and per key. */
    @WithDefault("20")
    int atOnce();

    /** The time after which one more failed look at a key is let through. */
    @WithDefault("3s")
    Duration every();
  }

  /**
   * Returns how long a source must wait before an unknown key is looked up without {@link
   * #mayLook}.
   */
  Optional<Duration> shutFor(String source, String keyId) {
    return existing.getIfPresent(keyId) == null ? wait("from " + source) : Optional.empty();
  }

  /** Returns whether a throttled source may look up one more key; {@link #looked} ends that. */
  boolean mayLook() {
    return looks.tryAcquire();
  }

  void looked() {
    looks.release();
  }

  /** Records that the key exists: it is checked from now on, whatever fails meanwhile. */
  void exists(String keyId) {
    if (existing.getIfPresent(keyId) == null) {
      existing.put(keyId, true);
    }
  }

  /**
   * Records a failure.
   *
   * @return how long to wait, if there were too many
   */
  public Optional<Duration> failed(String source, String keyId) {
    Optional<Duration> ofSource = count("from " + source);
    Optional<Duration> ofKey = keyId.isEmpty() ? Optional.empty() : count("for " + keyId);
    return ofSource.isPresent() ? ofSource : ofKey;
  }

  /** Returns how many sources and keys are tracked. */
  long remembered() {
    empty.cleanUp();
    existing.cleanUp();
    return empty.estimatedSize() + existing.estimatedSize();
  }

  /** A bucket is stored as the instant at which it is empty again. */
  private Optional<Duration> count(String bucket) {
    Instant now = clock.instant();
    Optional<Duration> wait = wait(bucket);
    if (wait.isEmpty()) {
      Instant first = now.plus(settings.every());
      empty
          .asMap()
          .merge(
              bucket,
              first,
              (until, one) -> ahead(until, now).isZero() ? one : until.plus(settings.every()));
    }
    return wait;
  }

  private Optional<Duration> wait(String bucket) {
    Instant until = empty.getIfPresent(bucket);
    if (until == null) {
      return Optional.empty();
    }
    Duration wait = ahead(until, clock.instant()).plus(settings.every()).minus(full());
    return wait.isPositive() ? Optional.of(wait) : Optional.empty();
  }

  /**
   * Returns the time until the bucket is empty; zero if it exceeds the limit (the clock went back).
   */
  private Duration ahead(Instant until, Instant now) {
    Duration ahead = Duration.between(now, until);
    return ahead.isNegative() || ahead.compareTo(full()) > 0 ? Duration.ZERO : ahead;
  }

  private Duration full() {
    return settings.every().multipliedBy(settings.atOnce());
  }
}
