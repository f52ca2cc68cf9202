package io.watchbill.escalation.plan.decision;

import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.escalation.plan.policy.Step;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.progress.PagedRole;
import io.watchbill.escalation.plan.progress.StepKey;
import java.util.ArrayList;
import java.util.List;

/** Who was paged through the roles of rotations, and who took over from whom. */
final class PagedRoles {
  private final Policy policy;
  private final Facts facts;
  private final List<PagedRole> roles;
  private final List<Takeover> takeovers = new ArrayList<>();

  PagedRoles(Policy policy, Facts facts, List<PagedRole> before) {
    this.policy = policy;
    this.facts = facts;
    this.roles = new ArrayList<>(before);
  }

  List<PagedRole> all() {
    return List.copyOf(roles);
  }

  List<Takeover> takeovers() {
    return List.copyOf(takeovers);
  }

  /**
   * Returns the number of the next shift change. Pages after a change have its number, so that a
   * person whose shift comes back is paged again.
   */
  int nextHandover() {
    return 1 + roles.stream().mapToInt(PagedRole::handover).max().orElse(0);
  }

  /** Returns whether a person is paged for a key through another role. */
  boolean isPagedThroughAnother(PagedRole than, StepKey key, String person) {
    return roles.stream().anyMatch(w -> !w.isOf(than) && w.hasPaged(key, person));
  }

  /** Records who has the shift now; the people who left it are paged no more. */
  void record(PagedRole now) {
    for (int i = 0; i < roles.size(); i++) {
      PagedRole before = roles.get(i);
      if (before.isOf(now)) {
        List<String> left = left(before, now);
        if (!left.isEmpty()) {
          takeovers.add(Takeover.of(now, left));
        }
        boolean same = before.people().equals(now.people()) && before.key().equals(now.key());
        int handover = Math.max(before.handover(), now.handover());
        roles.set(i, same ? before : now.numbered(handover));
        return;
      }
    }
    roles.add(now);
  }

  /** Returns the people who left: those paged through another role or by name have not. */
  private List<String> left(PagedRole before, PagedRole now) {
    Step step = policy.steps().get(before.key().step());
    return before.without(now).stream()
        .filter(person -> !isNamed(step, person))
        .filter(person -> !isPagedThroughAnother(before, before.key(), person))
        .toList();
  }

  private boolean isNamed(Step step, String person) {
    boolean commands = facts.traits().commander().filter(person::equals).isPresent();
    return step.targets().contains(new Target.Person(person))
        || commands && step.targets().contains(new Target.Commander());
  }
}
