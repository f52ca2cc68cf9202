package io.watchbill.kit.timer;

import java.time.Instant;

/**
 * A timer whose instant has come.
 *
 * @param key what it was set for
 * @param due when it was to fire, however late it is
 */
public record DueTimer(String key, Instant due) {}
