package io.watchbill.escalation.channel;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param delivery also the provider's idempotency key: the same over all attempts
 * @param secret signs the message; null unless the channel signs
 * @param outcomeUnknown an earlier attempt may have arrived; the message says so
 */
public record Envelope(
    UUID delivery, String address, @Nullable String secret, boolean outcomeUnknown) {}
