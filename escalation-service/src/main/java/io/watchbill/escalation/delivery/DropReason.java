package io.watchbill.escalation.delivery;

import java.util.UUID;

/** The reason why deliveries of an incident's round, or of earlier rounds, are no longer needed. */
public record DropReason(UUID incident, int round, String reason) {}
