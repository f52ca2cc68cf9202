package io.watchbill.escalation.delivery;

import org.jspecify.annotations.Nullable;

/**
 * Where a delivery goes.
 *
 * @param kind of the channel; this replica may not have it
 * @param secret signs the message; null unless the channel signs
 * @param provider the key of the bulkhead
 */
public record Destination(String kind, String address, @Nullable String secret, String provider) {}
