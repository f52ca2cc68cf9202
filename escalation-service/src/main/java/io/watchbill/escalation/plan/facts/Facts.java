package io.watchbill.escalation.plan.facts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The known facts of an incident, at its newest version.
 *
 * @param acknowledgements by branch, of different people, the earliest first
 * @param acknowledgeSla the acknowledgement SLA of the current severity; empty if it has none
 * @param mutedUntil nobody is paged before this instant; empty if not muted
 * @param conditionsSince when severity, tags, type, commander or mute last changed within the
 *     round; empty if never. A step that the change made possible was due then, not earlier
 */
public record Facts(
    boolean resolved,
    Traits traits,
    Anchors anchors,
    Map<Branch, List<BranchAcknowledgement>> acknowledgements,
    Optional<Duration> acknowledgeSla,
    Optional<Instant> mutedUntil,
    Optional<Instant> conditionsSince) {

  /** Returns whether a person's acknowledgement of a branch is confirmed. */
  public boolean hasAcknowledged(Branch branch, String person) {
    return acknowledgements.getOrDefault(branch, List.of()).stream()
        .anyMatch(one -> one.confirmed() && one.by().equals(person));
  }

  /**
   * Returns a branch's acknowledgement by this many different people: it names them all and has the
   * instant of the last one needed. Empty while there are fewer; confirmed when enough are.
   */
  public Optional<BranchAcknowledgement> acknowledged(Branch branch, int needed) {
    List<BranchAcknowledgement> all = acknowledgements.getOrDefault(branch, List.of());
    if (all.size() < needed) {
      return Optional.empty();
    }
    List<BranchAcknowledgement> confirmed =
        all.stream().filter(BranchAcknowledgement::confirmed).toList();
    boolean enough = confirmed.size() >= needed;
    List<BranchAcknowledgement> counted = (enough ? confirmed : all).subList(0, needed);
    String by = counted.stream().map(BranchAcknowledgement::by).collect(Collectors.joining(", "));
    return Optional.of(new BranchAcknowledgement(by, counted.getLast().at(), enough));
  }
}
