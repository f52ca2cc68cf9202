package io.watchbill.kit.timer;

import java.time.Instant;

/**
 * A timer that is due.
 *
 * @param key what it was set for
 * @param due when it should have fired
 */
public record DueTimer(String key, Instant due) {}
