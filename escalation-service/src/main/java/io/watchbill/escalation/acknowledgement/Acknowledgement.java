package io.watchbill.escalation.acknowledgement;

import java.time.Instant;
import java.util.UUID;

/** An acknowledgement of a round's branch, pending or confirmed. */
public record Acknowledgement(
    UUID id,
    UUID incident,
    int round,
    String branch,
    String person,
    String channel,
    Instant at,
    boolean confirmed) {}
