package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the checker knows: what was sent in, what providers took, what people did, what was
 * broken when. Nothing of it comes from the system's own records but the count of alerts.
 *
 * @param accepted when each case was answered 2xx
 * @param refused cases answered with something final that is no success
 * @param acknowledged when each acknowledgement was answered as taken
 * @param alertsStored how many alerts the system lists for the run's integration
 */
record Evidence(
    List<Case> cases,
    Map<Integer, Instant> accepted,
    Map<Integer, Integer> refused,
    Map<Integer, Instant> acknowledged,
    List<Handed> handed,
    List<Disturbance> disturbances,
    long alertsStored) {}
