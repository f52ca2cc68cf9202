package io.watchbill.escalation.delivery;

import java.util.UUID;

/** Why deliveries of an incident's round, or of the rounds before it, are needed no more. */
public record DropReason(UUID incident, int round, String reason) {}
