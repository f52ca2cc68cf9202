package io.watchbill.escalation.engine;

import io.watchbill.escalation.acknowledgement.Acknowledgement;
import io.watchbill.escalation.plan.facts.Anchors;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.facts.BranchAcknowledgement;
import io.watchbill.escalation.plan.facts.Facts;
import io.watchbill.escalation.plan.facts.Traits;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import io.watchbill.escalation.snapshot.StoredSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Builds the facts of a round from the stored snapshot. */
final class FactsReader {
  private static final String SOMEBODY = "somebody";

  /**
   * The incident-service begins a round at the end of a mute; what was due meanwhile is not paged
   * beside it. Without word of it paging resumes here, but no sooner than thousands of ends at once
   * have been announced: the round would page a second time.
   */
  private static final Duration WORD_OF_THE_END = Duration.ofSeconds(30);

  private FactsReader() {}

  /**
   * Returns the facts.
   *
   * @param held acknowledgements of the incident, of any round
   */
  static Facts facts(StoredSnapshot stored, int round, Collection<Acknowledgement> held) {
    IncidentSnapshot snapshot = stored.snapshot();
    return new Facts(
        snapshot.isResolved(),
        traits(snapshot),
        new Anchors(
            snapshot.anchors().triggered(),
            snapshot.anchors().lastUpdate(),
            snapshot.anchors().severityChange()),
        acknowledgements(snapshot, round, held),
        Optional.ofNullable(snapshot.sla()).map(IncidentSnapshot.Sla::acknowledge),
        Optional.ofNullable(snapshot.mutedUntil()).map(until -> until.plus(WORD_OF_THE_END)),
        Optional.ofNullable(stored.conditionsSince()));
  }

  private static Traits traits(IncidentSnapshot snapshot) {
    return new Traits(
        snapshot.severity() == null ? "" : snapshot.severity(),
        new TreeSet<>(snapshot.tags()),
        Optional.ofNullable(snapshot.type()),
        snapshot.restricted(),
        Optional.ofNullable(snapshot.commander()));
  }

  /** An acknowledgement that arrived here outranks the snapshot until it is refused. */
  private static Map<Branch, List<BranchAcknowledgement>> acknowledgements(
      IncidentSnapshot snapshot, int round, Collection<Acknowledgement> held) {
    Map<Branch, List<BranchAcknowledgement>> byBranch = new HashMap<>();
    for (Acknowledgement one : held) {
      if (one.incident().equals(snapshot.id()) && one.round() == round) {
        byBranch
            .computeIfAbsent(one.branch(), branch -> new ArrayList<>())
            .add(new BranchAcknowledgement(one.person(), one.at(), one.confirmed()));
      }
    }
    if (snapshot.round() == round && snapshot.isAcknowledged()) {
      List<BranchAcknowledgement> main =
          byBranch.computeIfAbsent(Branch.MAIN, name -> new ArrayList<>());
      confirm(main, bySnapshot(snapshot));
    }
    byBranch.values().forEach(all -> all.sort(Comparator.comparing(BranchAcknowledgement::at)));
    return byBranch;
  }

  /** An acknowledgement in the snapshot is confirmed; it names one person. */
  private static void confirm(List<BranchAcknowledgement> here, BranchAcknowledgement bySnapshot) {
    boolean known = false;
    for (int i = 0; i < here.size(); i++) {
      BranchAcknowledgement one = here.get(i);
      if (one.by().equals(bySnapshot.by())
          || here.size() == 1 && bySnapshot.by().equals(SOMEBODY)) {
        here.set(i, new BranchAcknowledgement(one.by(), one.at(), true));
        known = true;
      }
    }
    if (!known) {
      here.add(bySnapshot);
    }
  }

  private static BranchAcknowledgement bySnapshot(IncidentSnapshot snapshot) {
    String by = snapshot.acknowledgedBy() == null ? SOMEBODY : snapshot.acknowledgedBy();
    return new BranchAcknowledgement(by, snapshot.anchors().acknowledgedOrTriggered(), true);
  }
}
