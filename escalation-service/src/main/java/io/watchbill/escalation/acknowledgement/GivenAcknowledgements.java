package io.watchbill.escalation.acknowledgement;

import io.watchbill.escalation.page.PageRef;
import io.watchbill.escalation.page.PageRepository;
import io.watchbill.escalation.snapshot.SnapshotRepository;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds who has acknowledged the branch of a page, here and in the incident-service. */
@ApplicationScoped
class GivenAcknowledgements {
  private final AcknowledgementRepository acknowledgements;
  private final SnapshotRepository snapshots;
  private final PageRepository pages;

  GivenAcknowledgements(
      AcknowledgementRepository acknowledgements,
      SnapshotRepository snapshots,
      PageRepository pages) {
    this.acknowledgements = acknowledgements;
    this.snapshots = snapshots;
    this.pages = pages;
  }

  /** Returns the acknowledgement by the page's target, else the first by others. */
  Optional<AcknowledgementView> of(Tx tx, PageRef page) {
    List<AcknowledgementView.Given> held = to(tx, page);
    return held.stream()
        .filter(one -> one.person().equals(page.target().text()))
        .findFirst()
        .or(() -> held.stream().findFirst())
        .map(one -> view(tx, page, held, one, true));
  }

  /** Returns the acknowledgements, one for each person, the earliest first. */
  List<AcknowledgementView.Given> to(Tx tx, PageRef page) {
    List<AcknowledgementView.Given> held = new ArrayList<>();
    acknowledgements
        .holders(tx, page.incident(), page.round(), page.branch())
        .forEach(one -> held.add(AcknowledgementView.Given.of(one)));
    byIncident(tx, page)
        .filter(there -> held.stream().noneMatch(one -> one.person().equals(there.person())))
        .ifPresent(held::add);
    return held;
  }

  /** Returns the acknowledgement that was given in the incident-service. */
  private Optional<AcknowledgementView.Given> byIncident(Tx tx, PageRef page) {
    return snapshots
        .newest(tx, page.incident())
        .map(StoredSnapshot::snapshot)
        .filter(snapshot -> page.branch().isMain())
        .filter(snapshot -> snapshot.round() == page.round() && snapshot.isAcknowledged())
        .map(AcknowledgementView.Given::of);
  }

  /**
   * Shows an acknowledgement.
   *
   * @param held all of the branch
   * @param already whether it had been given before
   */
  AcknowledgementView view(
      Tx tx,
      PageRef page,
      List<AcknowledgementView.Given> held,
      AcknowledgementView.Given one,
      boolean already) {
    List<String> others =
        held.stream()
            .map(AcknowledgementView.Given::person)
            .filter(person -> !person.equals(one.person()))
            .toList();
    int needed = pages.acknowledgementsNeeded(tx, page.incident(), page.round(), page.branch());
    return new AcknowledgementView(
        page.id(),
        page.incident(),
        page.round(),
        page.branch().name(),
        one.person(),
        one.at(),
        already,
        one.confirmed(),
        others,
        Math.max(0, needed - others.size() - 1));
  }
}
