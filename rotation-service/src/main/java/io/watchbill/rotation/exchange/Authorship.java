package io.watchbill.rotation.exchange;

import java.time.Instant;

/**
 * Who made something, when and why.
 *
 * @param author such as {@code person:alice}
 * @param reason as its author said it; may be empty
 */
public record Authorship(String author, Instant at, String reason) {}
