package io.watchbill.escalation.engine;

import io.watchbill.escalation.EscalationError;
import io.watchbill.escalation.acknowledgement.AcknowledgementRepository;
import io.watchbill.escalation.escalation.Purpose;
import io.watchbill.escalation.onwatch.Kept;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.page.Round;
import io.watchbill.escalation.picture.IncidentPicture;
import io.watchbill.escalation.plan.OnWatch;
import io.watchbill.escalation.plan.PageOrder;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.plan.StepKey;
import io.watchbill.escalation.plan.Target;
import io.watchbill.escalation.plan.While;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Pages whom somebody chose, whatever the policy says. The incident's picture is locked. */
@ApplicationScoped
class ByHand {
  private static final String MANUAL = Purpose.MANUAL.text();

  /** Asking again for backup tells nobody twice while the same people have the watch. */
  private static final StepKey ONCE = new StepKey(1, 0, 0);

  private final AcknowledgementRepository acknowledgements;
  private final PageRepository pages;
  private final Kept kept;
  private final Effects effects;

  ByHand(
      AcknowledgementRepository acknowledgements,
      PageRepository pages,
      Kept kept,
      Effects effects) {
    this.acknowledgements = acknowledgements;
    this.pages = pages;
    this.kept = kept;
    this.effects = effects;
  }

  /** Tells them now, however often they were told before. */
  Told escalation(Tx tx, IncidentPicture picture, String why, AskedFor.To to) {
    StepKey key = new StepKey(0, 0, pages.nextNumber(tx, picture.id(), picture.round(), MANUAL));
    return tell(tx, picture, "escalation", key, 0, why, find(tx, to), to);
  }

  /** Tells them once. */
  Told backup(Tx tx, IncidentPicture picture, String why, AskedFor.To to) {
    Found found = find(tx, to);
    int handover = handover(tx, picture, found.people());
    return tell(tx, picture, "backup", ONCE, handover, why, found, to);
  }

  /** Of the backup that is there, or of the next one when its watch has changed since. */
  private int handover(Tx tx, IncidentPicture picture, List<String> people) {
    Map<String, Integer> before = pages.handovers(tx, picture.id(), picture.round(), MANUAL, ONCE);
    int last = before.values().stream().max(Integer::compareTo).orElse(0);
    boolean all = people.stream().allMatch(person -> before.getOrDefault(person, -1) == last);
    return before.isEmpty() || all ? last : last + 1;
  }

  private Told tell(
      Tx tx,
      IncidentPicture picture,
      String name,
      StepKey key,
      int handover,
      String why,
      Found found,
      AskedFor.To to) {
    String reason = why + ": " + found.reason();
    While during = isAcknowledged(tx, picture) ? While.OPEN : While.UNACKNOWLEDGED;
    Target.RoleOf role = to.isRole() ? new Target.RoleOf(to.rotation(), to.role()) : null;
    List<PageOrder> orders =
        found.people().stream()
            .map(
                person ->
                    new PageOrder(
                        key,
                        handover,
                        name,
                        Policy.MAIN,
                        during,
                        1,
                        new Target.Person(person),
                        role,
                        tx.now(),
                        reason))
            .toList();
    Round round = new Round(picture.id(), picture.round(), MANUAL);
    Paged paged = effects.page(tx, Map.of(round, orders), made -> entries(tx, picture, made));
    return Told.of(picture, null, paged.told(), paged, reason);
  }

  /** Also when the incident-service has not told of it yet: else the page would be dropped. */
  private boolean isAcknowledged(Tx tx, IncidentPicture picture) {
    return picture.isAcknowledged()
        || !acknowledgements.holders(tx, picture.id(), picture.round(), Policy.MAIN).isEmpty();
  }

  private static List<Entry> entries(Tx tx, IncidentPicture picture, Paged paged) {
    if (paged.made().isEmpty()) {
      return List.of();
    }
    boolean reached = paged.made().stream().anyMatch(Paged.Made::isReached);
    String fates = paged.made().stream().map(Paged.Made::fate).collect(Collectors.joining("; "));
    String reason = paged.made().getFirst().reason();
    return List.of(
        new Entry(
            picture.id(),
            picture.round(),
            tx.now(),
            Entry.Kind.PAGE,
            String.join(", ", paged.told())
                + (reached ? " paged: " : " could not be reached: ")
                + reason
                + "; "
                + fates,
            Map.of(
                "purpose",
                MANUAL,
                "told",
                paged.told(),
                "people",
                paged.made().stream().map(Paged.Made::facts).toList(),
                "reason",
                reason)));
  }

  private Found find(Tx tx, AskedFor.To to) {
    if (!to.isRole()) {
      return new Found(List.of(to.person()), to.person() + " was chosen");
    }
    return switch (kept.of(tx, to.rotation(), tx.now()).who(to.rotation(), to.role(), tx.now())) {
      case OnWatch.People people -> new Found(people.people(), people.reason());
      case OnWatch.Nobody nobody -> throw nobody(nobody.reason());
      case OnWatch.Off off -> throw nobody(off.reason());
      case OnWatch.Unknown unknown -> throw nobody(unknown.reason());
    };
  }

  static Problem nobody(String why) {
    return new Problem(EscalationError.NOBODY_TO_TELL, "Nobody is told: " + why + ".");
  }

  private record Found(List<String> people, String reason) {}
}
