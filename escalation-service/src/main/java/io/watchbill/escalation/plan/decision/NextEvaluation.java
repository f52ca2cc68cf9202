package io.watchbill.escalation.plan.decision;

import java.time.Instant;
import java.util.Optional;

/**
 * When to evaluate again.
 *
 * @param due empty while only new facts can change anything
 * @param unknown a step waits for shifts that are not known: decide again when they may be
 * @param holding a step waits for somebody to come on call: decide again every minute or so
 */
public record NextEvaluation(Optional<Instant> due, boolean unknown, boolean holding) {}
