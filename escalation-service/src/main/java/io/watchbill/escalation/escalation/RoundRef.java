package io.watchbill.escalation.escalation;

import java.util.UUID;

/** A round of an incident. */
public record RoundRef(UUID incident, int round) {}
