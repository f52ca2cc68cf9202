package io.watchbill.escalation.delivery;

import io.watchbill.escalation.plan.facts.Branch;
import java.util.UUID;

/** A branch of a round of an incident. */
public record RoundBranch(UUID incident, int round, Branch branch) {}
