package io.watchbill.rotation.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.rotation.calendar.RandomRotations.Case;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The calendar against a watchman who looks at the clock every minute. */
class OracleTest {

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void atEveryMinuteTheCalendarSaysWhatTheWatchmanSees(long seed) {
    Case example = RandomRotations.of(seed);
    Map<Instant, Map<String, Set<String>>> seen = Oracle.walk(example.rotation(), example.range());

    FinalShifts shifts = new RotationCalendar(example.rotation()).shifts(example.range());

    seen.forEach(
        (minute, roles) -> {
          Map<String, Set<String>> said = new HashMap<>();
          roles.keySet().forEach(role -> said.put(role, new HashSet<>()));
          shifts.shifts().stream()
              .filter(shift -> shift.span().contains(minute))
              .forEach(shift -> said.get(shift.role()).addAll(shift.people()));
          assertThat(said).as("%s of %s", minute, example.rotation()).isEqualTo(roles);
        });
  }
}
