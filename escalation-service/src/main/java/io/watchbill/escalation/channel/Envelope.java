package io.watchbill.escalation.channel;

import io.watchbill.escalation.plan.wording.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param delivery also the provider's idempotency key: the same over all attempts
 * @param secret signs the message; null unless the channel signs
 * @param outcomeUnknown an earlier attempt may have arrived; the message says so
 * @param restoredTo the moment to which the database was restored, if the message may have been
 *     sent before that; the message says so
 */
public record Envelope(
    UUID delivery,
    String address,
    @Nullable String secret,
    boolean outcomeUnknown,
    @Nullable Instant restoredTo) {

  /** Returns the sentence by which a message says that it may be a repetition. */
  public Optional<String> restored() {
    return Optional.ofNullable(restoredTo)
        .map(
            to ->
                "The database was restored to its state of "
                    + Wording.instant(to.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                    + ": you may have been called for this already.");
  }
}
