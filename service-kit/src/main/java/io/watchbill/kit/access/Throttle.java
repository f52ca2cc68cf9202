package io.watchbill.kit.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Slows down whoever guesses keys. Each failure counts against the source that sent it and against
 * the key id that it named; each may fail so many times at once, and once more every few seconds.
 * Beyond that a failure is answered 429.
 *
 * <p>Nobody can lock a holder out: a key that is known to exist is always looked at, and its right
 * secret always accepted, whatever others have sent. Of keys that nobody here has heard of only a
 * few at a time are looked up for sources beyond their measure, so that guesses cost the database
 * little; others hear 429 at once. What is remembered is bounded.
 */
@ApplicationScoped
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

  /** How many failures are borne. */
  @ConfigMapping(prefix = "watchbill.access.failures")
  public interface Settings {
    /** So many at once, of one source and for one key. */
    @WithDefault("20")
    int atOnce();

    /** One more after each such time. */
    @WithDefault("3s")
    Duration every();
  }

  /**
   * How long a source must wait before a key that is not known to exist is looked at without a
   * {@link #mayLook}.
   */
  Optional<Duration> shutFor(String source, String keyId) {
    return existing.getIfPresent(keyId) == null ? wait("from " + source) : Optional.empty();
  }

  /** Whether one more key may be looked up for those who must wait; ends with {@link #looked}. */
  boolean mayLook() {
    return looks.tryAcquire();
  }

  void looked() {
    looks.release();
  }

  /** There is such a key: it will be looked at, whatever fails meanwhile. */
  void exists(String keyId) {
    if (existing.getIfPresent(keyId) == null) {
      existing.put(keyId, true);
    }
  }

  /**
   * Somebody failed.
   *
   * @return how long to wait, if that was once too often
   */
  public Optional<Duration> failed(String source, String keyId) {
    Optional<Duration> ofSource = count("from " + source);
    Optional<Duration> ofKey = keyId.isEmpty() ? Optional.empty() : count("for " + keyId);
    return ofSource.isPresent() ? ofSource : ofKey;
  }

  /** How many sources and keys are remembered. */
  long remembered() {
    empty.cleanUp();
    existing.cleanUp();
    return empty.estimatedSize() + existing.estimatedSize();
  }

  /** A bucket is the instant at which it will be empty again; it holds what lies ahead of now. */
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

  /** What lies ahead; nothing when it is more than ever was: then the clock was put back. */
  private Duration ahead(Instant until, Instant now) {
    Duration ahead = Duration.between(now, until);
    return ahead.isNegative() || ahead.compareTo(full()) > 0 ? Duration.ZERO : ahead;
  }

  private Duration full() {
    return settings.every().multipliedBy(settings.atOnce());
  }
}
