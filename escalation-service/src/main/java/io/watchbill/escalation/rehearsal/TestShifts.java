package io.watchbill.escalation.rehearsal;

import io.watchbill.escalation.plan.shifts.CachedRotation;
import io.watchbill.escalation.plan.shifts.CachedShift;
import io.watchbill.escalation.plan.shifts.CachedShifts;
import io.watchbill.escalation.plan.shifts.WorkingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shifts that a policy test states, the same at all times. */
final class TestShifts {
  private static final Duration AROUND = Duration.ofDays(800);

  private final Instant from;
  private final Instant until;

  private TestShifts(Instant at) {
    this.from = at.minus(AROUND);
    this.until = at.plus(AROUND);
  }

  static CachedShifts of(
      Map<String, Map<String, List<String>>> onCall,
      Map<String, List<String>> teams,
      PolicyTests.Case test) {
    TestShifts stage = new TestShifts(test.at());
    Map<String, CachedRotation> rotations = new HashMap<>();
    Map<String, WorkingTime> hours = new HashMap<>();
    Map<String, WorkingTime> responders = new HashMap<>();
    onCall.forEach(
        (rotation, roles) -> {
          boolean off = test.outside().contains(rotation);
          rotations.put(rotation, stage.rotation(roles, off));
          hours.put(rotation, stage.works(!off));
          roles.values().stream()
              .flatMap(List::stream)
              .forEach(id -> responders.put(id, stage.works(!test.outside().contains(id))));
        });
    return new CachedShifts(rotations, hours, responders, teams);
  }

  private CachedRotation rotation(Map<String, List<String>> roles, boolean off) {
    Set<String> names = new HashSet<>(roles.keySet());
    List<CachedShift> shifts =
        roles.entrySet().stream()
            .filter(role -> off || !role.getValue().isEmpty())
            .map(role -> shift(role.getKey(), off ? List.of() : role.getValue()))
            .toList();
    return new CachedRotation.Known(from, until, names, shifts);
  }

  private CachedShift shift(String role, List<String> people) {
    return new CachedShift(role, people, from, until, null);
  }

  private WorkingTime works(boolean always) {
    return new WorkingTime("UTC", always, from, until, List.of());
  }
}
