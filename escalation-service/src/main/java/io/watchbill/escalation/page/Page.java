package io.watchbill.escalation.page;

import io.watchbill.escalation.target.PageTarget;
import java.time.Instant;
import java.util.UUID;

/**
 * A page to store: one target, once for a repetition of a step.
 *
 * @param handover the number of the shift change that it follows; 0 for the step's own
 * @param during {@code open} or {@code unacknowledged}
 * @param acknowledgements how many different people must acknowledge the branch to stop it
 * @param role the role, in {@code rotation}, by which the person was found; null if none
 */
record Page(
    UUID id,
    UUID incident,
    int round,
    String purpose,
    int run,
    int step,
    int repetition,
    int handover,
    PageTarget target,
    String stepName,
    String branch,
    String during,
    int acknowledgements,
    String rotation,
    String role,
    String reason,
    Instant due) {}
