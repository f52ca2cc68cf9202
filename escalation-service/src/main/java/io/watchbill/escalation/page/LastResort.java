package io.watchbill.escalation.page;

import java.util.UUID;

/**
 * What the last-resort contact is paged for.
 *
 * @param alarm the kind of alarm: once for each in a round
 */
public record LastResort(UUID incident, int round, String alarm, String reason) {}
