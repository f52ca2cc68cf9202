package io.watchbill.escalation.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of an incident, newest version.
 *
 * @param acknowledgements by branch
 * @param acknowledgeSla the acknowledgement SLA of the current severity; empty if it has none
 * @param quietUntil nobody is told before this instant; empty if not muted
 * @param conditionsSince when severity, tags or quiet last changed within the round; empty if
 *     never. A step that a change made possible was due then, not earlier
 */
public record Facts(
    boolean resolved,
    String severity,
    Set<String> tags,
    Anchors anchors,
    Map<String, Acknowledged> acknowledgements,
    Optional<Duration> acknowledgeSla,
    Optional<Instant> quietUntil,
    Optional<Instant> conditionsSince) {

  Optional<Acknowledged> acknowledged(String branch) {
    return Optional.ofNullable(acknowledgements.get(branch));
  }
}
