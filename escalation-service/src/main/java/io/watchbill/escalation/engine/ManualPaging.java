package io.watchbill.escalation.engine;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.oncall.OnCallCache;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.RoundKey;
import io.watchbill.escalation.plan.decision.PageOrder;
import io.watchbill.escalation.plan.decision.StepRef;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.Target;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.progress.StepKey;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.OnCallAnswer;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages a target chosen by hand, regardless of the policy. The caller has locked the snapshot. */
@ApplicationScoped
class ManualPaging {
  /** Asking for backup again pages nobody twice while the same people have the shift. */
  private static final StepKey ONCE = new StepKey(1, 0, 0);

  private final AcknowledgementRepository acknowledgements;
  private final PageRepository pages;
  private final OnCallCache kept;
  private final Effects effects;

  ManualPaging(
      AcknowledgementRepository acknowledgements,
      PageRepository pages,
      OnCallCache kept,
      Effects effects) {
    this.acknowledgements = acknowledgements;
    this.pages = pages;
    this.kept = kept;
    this.effects = effects;
  }

  /** Pages now, even people who were paged before. */
  Notified escalation(Tx tx, IncidentSnapshot snapshot, String why, ManualTarget.To to) {
    StepKey key =
        new StepKey(0, 0, pages.nextNumber(tx, snapshot.id(), snapshot.round(), Purpose.MANUAL));
    return page(tx, snapshot, "escalation", key, 0, why, find(tx, to), to);
  }

  /** Pages each person once. */
  Notified backup(Tx tx, IncidentSnapshot snapshot, String why, ManualTarget.To to) {
    Found found = find(tx, to);
    int handover = handover(tx, snapshot, found.people());
    return page(tx, snapshot, "backup", ONCE, handover, why, found, to);
  }

  /** Returns the number of the current backup, or the next one if its shift has changed. */
  private int handover(Tx tx, IncidentSnapshot snapshot, List<String> people) {
    Map<String, Integer> before =
        pages.handovers(tx, snapshot.id(), snapshot.round(), Purpose.MANUAL, ONCE);
    int last = before.values().stream().max(Integer::compareTo).orElse(0);
    boolean all = people.stream().allMatch(person -> before.getOrDefault(person, -1) == last);
    return before.isEmpty() || all ? last : last + 1;
  }

  private Notified page(
      Tx tx,
      IncidentSnapshot snapshot,
      String name,
      StepKey key,
      int handover,
      String why,
      Found found,
      ManualTarget.To to) {
    String reason = why + ": " + found.reason();
    While during = isAcknowledged(tx, snapshot) ? While.OPEN : While.UNACKNOWLEDGED;
    Target.RoleOf role = to.roleOf().orElse(null);
    List<PageOrder> orders =
        found.people().stream()
            .map(
                person ->
                    new PageOrder(
                        key,
                        handover,
                        new StepRef(name, Branch.MAIN, during, 1),
                        new Target.Person(person),
                        role,
                        found.until(),
                        tx.now(),
                        reason))
            .toList();
    RoundKey round = new RoundKey(snapshot.id(), snapshot.round(), Purpose.MANUAL);
    Paged paged = effects.page(tx, Map.of(round, orders), made -> entries(tx, snapshot, made));
    return Notified.of(snapshot, null, paged.targets(), paged, reason);
  }

  /** Includes acknowledgements not yet in the snapshot: else the page would be dropped. */
  private boolean isAcknowledged(Tx tx, IncidentSnapshot snapshot) {
    return snapshot.isAcknowledged()
        || !acknowledgements.holders(tx, snapshot.id(), snapshot.round(), Branch.MAIN).isEmpty();
  }

  private static List<Entry> entries(Tx tx, IncidentSnapshot snapshot, Paged paged) {
    if (paged.made().isEmpty()) {
      return List.of();
    }
    String reason = paged.made().getFirst().reason();
    return List.of(
        new Entry(
            snapshot.id(),
            snapshot.round(),
            tx.now(),
            Entry.Kind.PAGE,
            PagedText.of(paged.made()) + ": " + reason,
            Map.of(
                "purpose",
                Purpose.MANUAL.text(),
                "paged",
                paged.targets(),
                "people",
                paged.made().stream().map(Paged.Made::facts).toList(),
                "reason",
                reason)));
  }

  private Found find(Tx tx, ManualTarget.To to) {
    return to.roleOf()
        .map(role -> holders(tx, role))
        .orElseGet(() -> new Found(List.of(requireNonNull(to.person())), "chosen by hand", null));
  }

  private Found holders(Tx tx, Target.RoleOf of) {
    CachedShifts shifts = kept.of(tx, of.rotation(), tx.now());
    return switch (shifts.who(of.rotation(), of.role(), tx.now())) {
      case OnCallAnswer.People people ->
          new Found(people.people(), people.reason(), people.until());
      case OnCallAnswer.Nobody nobody -> throw nobody(nobody.reason());
      case OnCallAnswer.Off off -> throw nobody(off.reason());
      case OnCallAnswer.Unknown unknown -> throw nobody(unknown.reason());
    };
  }

  static Problem nobody(String why) {
    return new Problem(EscalationError.NOBODY_TO_PAGE, "Nobody is paged: " + why + ".");
  }

  private record Found(List<String> people, String reason, @Nullable Instant until) {}
}
