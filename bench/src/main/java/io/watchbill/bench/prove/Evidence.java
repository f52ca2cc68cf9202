package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that the checker knows: what was sent in, what providers took, what people did, what was
 * broken when. Nothing of it comes from the system's own records but the count of alerts.
 *
 * @param sent when each case was sent first
 * @param accepted when each case was answered 2xx
 * @param refused cases answered with something final that is no success
 * @param acts the acknowledgements and resolutions
 * @param shiftBegins when the shift of the person paged in the held branch begins
 * @param alertsStored how many alerts the system lists for the run's integration
 * @param ended processes that came to an end by themselves, each with when
 * @param watchedUntil what may come later than this was not waited for
 */
record Evidence(
    List<Case> cases,
    Map<Integer, Instant> sent,
    Map<Integer, Instant> accepted,
    Map<Integer, Integer> refused,
    Acts acts,
    List<ReceivedPage> handed,
    List<Disturbance> disturbances,
    Instant shiftBegins,
    PolicyChange change,
    long alertsStored,
    List<String> ended,
    Instant watchedUntil) {}
