package io.watchbill.escalation.delivery;

import static java.util.Objects.requireNonNull;

import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.timeline.Entry;
import io.watchbill.escalation.timeline.Timeline;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Drops deliveries that are no longer needed, and records it in the delivery log and the timeline.
 */
@ApplicationScoped
public class Dropping {
  private static final int NAMED = 10;

  private final DropRepository drops;
  private final Timeline timeline;
  private final Names names;

  Dropping(DropRepository drops, Timeline timeline, Names names) {
    this.drops = drops;
    this.timeline = timeline;
    this.names = names;
  }

  /** Drops all deliveries of incidents. */
  public void incidents(Tx tx, List<DropReason> needless) {
    record(tx, needless, drops.drop(tx, needless));
  }

  /** Drops deliveries of rounds that are over. */
  public void roundsBefore(Tx tx, List<DropReason> needless) {
    record(tx, needless, drops.dropRoundsBefore(tx, needless));
  }

  /**
   * Drops deliveries of an acknowledged branch, except of steps that go on until the incident is
   * resolved.
   */
  public void branch(Tx tx, List<DropReason> needless, Branch branch) {
    record(tx, needless, drops.dropBranch(tx, needless, branch));
  }

  /** Those of people whose shift somebody took over. */
  public void shifts(Tx tx, List<ShiftLost> lost) {
    record(
        tx, lost.stream().map(ShiftLost::needless).distinct().toList(), drops.dropShifts(tx, lost));
  }

  private void record(Tx tx, List<DropReason> needless, List<Dropped> dropped) {
    Map<List<Object>, List<Dropped>> together =
        dropped.stream()
            .collect(Collectors.groupingBy(one -> List.of(one.incident(), one.reason())));
    timeline.record(
        tx,
        needless.stream()
            .filter(one -> together.containsKey(key(one)))
            .map(one -> entry(tx, one, requireNonNull(together.get(key(one)))))
            .toList());
  }

  private static List<Object> key(DropReason needless) {
    return List.of(needless.incident(), needless.reason());
  }

  private Entry entry(Tx tx, DropReason needless, List<Dropped> dropped) {
    String more = dropped.size() > NAMED ? " and " + (dropped.size() - NAMED) + " more" : "";
    String whom =
        dropped.stream().limit(NAMED).map(one -> one.text(names)).collect(Collectors.joining(", "));
    String reason = needless.reason();
    return new Entry(
        needless.incident(),
        needless.round(),
        tx.now(),
        Entry.Kind.DELIVERY,
        "Not sent any more, because " + reason + ": " + whom + more,
        Map.of("result", "dropped", "reason", reason, "deliveries", dropped.size()));
  }
}
