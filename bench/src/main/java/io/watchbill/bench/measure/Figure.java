package io.watchbill.bench.measure;

/**
 * One line of the table.
 *
 * @param measure what was measured
 * @param limit what it must reach, beside the peer's figure where there is one
 * @param measured what it reached
 * @param met whether it did
 */
record Figure(String measure, String limit, String measured, boolean met) {}
