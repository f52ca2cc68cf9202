package io.watchbill.rotation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.RandomRotations.Case;
import io.watchbill.rotation.calendar.assignment.RotationCalendar;
import io.watchbill.rotation.calendar.shift.FinalShifts;
import io.watchbill.rotation.calendar.shift.Shift;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the calendar with an oracle that walks every minute. */
class OracleTest {

  /** {@code -Dwatchbill.oracle.seeds=1000} walks more of them. */
  static LongStream seeds() {
    return LongStream.range(0, Long.getLong("watchbill.oracle.seeds", 50));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void atEveryMinuteTheCalendarAgreesWithTheOracle(long seed) {
    compare(RandomRotations.of(seed));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void changesExactlyAtAnEdgeAgreeWithTheOracle(long seed) {
    compare(RandomRotations.onEdges(seed));
  }

  private static void compare(Case example) {
    Map<Instant, Map<String, Set<String>>> seen = Oracle.walk(example.rotation(), example.range());

    FinalShifts shifts = new RotationCalendar(example.rotation()).shifts(example.range());

    Saying saying = new Saying(shifts, example.range().start());
    seen.forEach(
        (minute, roles) -> {
          Map<String, Set<String>> said = saying.at(minute, roles.keySet());
          if (!said.equals(roles)) {
            assertThat(said).as("%s of %s", minute, example.rotation()).isEqualTo(roles);
          }
        });
  }

  /** Returns the calendar's answer from each start or end of a shift to the next. */
  private static final class Saying {
    private final FinalShifts shifts;
    private final TreeSet<Instant> edges = new TreeSet<>();
    private Instant until;
    private Map<String, Set<String>> said = Map.of();

    Saying(FinalShifts shifts, Instant from) {
      this.shifts = shifts;
      this.until = from;
      for (Shift shift : shifts.shifts()) {
        edges.add(shift.span().start());
        edges.add(shift.span().end());
      }
    }

    /** Returns the people of each role at a minute; minutes must be asked in order. */
    Map<String, Set<String>> at(Instant minute, Set<String> roles) {
      if (!minute.isBefore(until) || !said.keySet().equals(roles)) {
        Map<String, Set<String>> anew = new HashMap<>();
        roles.forEach(role -> anew.put(role, new HashSet<>()));
        shifts.shifts().stream()
            .filter(shift -> shift.span().contains(minute))
            .forEach(shift -> anew.get(shift.role()).addAll(shift.people()));
        said = anew;
        Instant edge = edges.higher(minute);
        until = edge == null ? Instant.MAX : edge;
      }
      return said;
    }
  }
}
