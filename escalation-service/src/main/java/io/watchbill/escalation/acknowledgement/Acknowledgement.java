package io.watchbill.escalation.acknowledgement;

import io.watchbill.escalation.plan.facts.Branch;
import java.time.Instant;
import java.util.UUID;

/** An acknowledgement of a round's branch, pending or confirmed. */
public record Acknowledgement(
    UUID id,
    UUID incident,
    int round,
    Branch branch,
    String person,
    Through channel,
    Instant at,
    boolean confirmed) {}
