package io.watchbill.bench.prove;

import java.time.Instant;

/**
 * The policy was changed in the middle of the run: it names somebody more.
 *
 * @param from when it was asked for first
 * @param until when it was answered as done
 */
record PolicyChange(Instant from, Instant until) {}
