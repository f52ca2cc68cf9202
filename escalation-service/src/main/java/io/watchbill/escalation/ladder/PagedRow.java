package io.watchbill.escalation.ladder;

import java.time.Instant;
import java.util.List;

/**
 * Somebody who would be paged.
 *
 * @param who by name
 * @param ways by which channels, and when
 * @param reason why
 */
public record PagedRow(Instant at, String step, String who, List<Ways.Way> ways, String reason) {}
