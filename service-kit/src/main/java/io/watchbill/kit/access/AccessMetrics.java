package io.watchbill.kit.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.watchbill.kit.metric.Counters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Locale;

/** Counts accepted and refused requests, without the key, the session or any part of them. */
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
            "Keys and sessions that were accepted",
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

  /** A key or session was accepted. */
  void accepted(Principal.Kind kind) {
    accepted.increment(kind.wire());
  }

  /** A request was refused. */
  public void refused(Refusal cause) {
    refused.increment(cause.word());
  }

  /** Why a request was refused. */
  public enum Refusal {
    /** A key is needed and there was none. */
    NO_KEY,
    /** The credentials do not have the form of a key. */
    NOT_A_KEY,
    UNKNOWN,
    /** The key exists, but the secret is wrong. */
    WRONG_SECRET,
    EXPIRED,
    REVOKED,
    /** The key is valid, but has no right to do this. */
    NO_RIGHT,
    /** A request with the cookie of a session that another site's page may have sent. */
    CROSS_SITE,
    /** The key could not be checked: the database did not answer. */
    UNAVAILABLE,
    /** Answered 429 after too many failures of this source, or for this key. */
    THROTTLED;

    /** Returns whether this may be guessing, rather than a holder whose key has ended. */
    boolean isGuess() {
      return this == NOT_A_KEY || this == UNKNOWN || this == WRONG_SECRET;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
