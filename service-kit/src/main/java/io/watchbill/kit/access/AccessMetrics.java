package io.watchbill.kit.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;

/** Counts who came in and who did not; never with the key, nor with any part of it. */
@Startup
@ApplicationScoped
public class AccessMetrics {
  private final Counters accepted;
  private final Counters refused;

  AccessMetrics(MeterRegistry metrics) {
    this.accepted =
        Counters.of(
            metrics,
            "watchbill.auth.accepted",
            "Keys that were accepted",
            "kind",
            Arrays.stream(Principal.Kind.values()).map(Principal.Kind::wire).toList());
    this.refused =
        Counters.of(
            metrics,
            "watchbill.auth.refused",
            "Requests that were refused for their key or their right",
            "cause",
            Arrays.stream(Refusal.values()).map(Refusal::word).toList());
  }

  /** A key was accepted. */
  void accepted(Principal.Kind kind) {
    accepted.increment(kind.wire());
  }

  /** A request was refused. */
  public void refused(Refusal cause) {
    refused.increment(cause.word());
  }

  /** Why a request was refused. */
  public enum Refusal {
    /** It brought no key where one is needed. */
    NO_KEY,
    /** What it brought has not the form of a key. */
    NOT_A_KEY,
    UNKNOWN,
    /** The key exists, its secret is another. */
    WRONG_SECRET,
    EXPIRED,
    REVOKED,
    /** The key is good, but holds no right to do this. */
    NO_RIGHT,
    /** Nobody could tell: the database did not answer. */
    UNAVAILABLE,
    /** Answered 429: its source, or others for that key, had failed too often. */
    THROTTLED;

    /** Whether it may be somebody who guesses, and not a holder whose key has ended. */
    boolean isGuess() {
      return this == NOT_A_KEY || this == UNKNOWN || this == WRONG_SECRET;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
