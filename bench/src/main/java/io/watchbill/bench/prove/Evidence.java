package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the checker knows: what was sent in, what providers took, what people did, what was
 * broken when. Nothing of it comes from the system's own records but the count of alerts.
 *
 * @param accepted when each case was answered 2xx
 * @param refused cases answered with something final that is no success
 * @param stopped when each acknowledgement or resolution was answered as taken
 * @param alertsStored how many alerts the system lists for the run's integration
 */
record Evidence(
    List<Case> cases,
    Map<Integer, Instant> accepted,
    Map<Integer, Integer> refused,
    Map<Stop, Instant> stopped,
    List<Handed> handed,
    List<Disturbance> disturbances,
    long alertsStored) {

  /** When somebody stopped this branch of this case, if anybody did. */
  Optional<Instant> stopped(int number, String branch) {
    return stopped.entrySet().stream()
        .filter(stop -> stop.getKey().stops(number, branch))
        .map(Map.Entry::getValue)
        .min(Instant::compareTo);
  }
}
