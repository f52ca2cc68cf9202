package io.watchbill.bench.prove;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What people did.
 *
 * @param begun when each acknowledgement or resolution was first tried
 * @param done when it was answered as taken; people try again until then
 */
record Acts(Map<Act, Instant> begun, Map<Act, Instant> done) {

  /** When each branch was stopped: one that needs two people by the second of them. */
  Map<Stop, Instant> stopped() {
    Map<Stop, List<Instant>> all = new HashMap<>();
    done.forEach((act, at) -> all.computeIfAbsent(act.stop(), stop -> new ArrayList<>()).add(at));
    Map<Stop, Instant> stopped = new HashMap<>();
    all.forEach(
        (stop, times) -> {
          int needed = Expected.acknowledgementsNeeded(stop.branch());
          times.stream()
              .sorted()
              .skip(needed - 1)
              .findFirst()
              .ifPresent(at -> stopped.put(stop, at));
        });
    return stopped;
  }

  Optional<Instant> doneAt(Act act) {
    return Optional.ofNullable(done.get(act));
  }

  /** Whether somebody tried to stop a branch and does not know whether that took effect. */
  boolean isInDoubt(int number, String branch) {
    return begun.keySet().stream()
        .filter(act -> !done.containsKey(act))
        .anyMatch(act -> act.stop().stops(number, branch));
  }
}
