package io.watchbill.escalation.plan.progress;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Policy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The decisions of an escalation so far. A decision returns the next progress.
 *
 * @param decidedAt the latest instant of a decision; deciding never goes back before it
 * @param steps one for each step of the policy, in its order
 * @param pagedRoles who was paged through a role, in the order of branches and steps
 */
public record Progress(
    Instant decidedAt,
    Map<Branch, BranchProgress> branches,
    List<StepProgress> steps,
    SortedSet<AlarmKind> alarms,
    List<PagedRole> pagedRoles) {

  /** Rows of older versions have no paged roles. */
  public Progress {
    pagedRoles = pagedRoles == null ? List.of() : List.copyOf(pagedRoles);
  }

  /** Nothing decided yet; the first run of every branch counts from {@code anchor}. */
  public static Progress start(Policy policy, Instant anchor) {
    Map<Branch, BranchProgress> branches = new TreeMap<>();
    policy
        .branches()
        .forEach(branch -> branches.put(branch, new BranchProgress(0, anchor, false, false, null)));
    return new Progress(
        anchor,
        branches,
        List.copyOf(Collections.nCopies(policy.steps().size(), StepProgress.NEW)),
        new TreeSet<>(),
        List.of());
  }
}
