package io.watchbill.rotation.fairness;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.shift.Shift;
import io.watchbill.rotation.calendar.time.Span;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts shares in each person's time zone. */
@ApplicationScoped
public class Shares {
  private final Lives lives;

  Shares(Lives lives) {
    this.lives = lives;
  }

  /**
   * Returns the share of each person.
   *
   * @param range the range to which the shifts were cut
   * @param actual the final shifts
   * @param scheduled the shifts without overrides
   */
  public List<Share> of(Tx tx, Span range, List<Shift> actual, List<Shift> scheduled) {
    Set<String> people =
        Stream.concat(actual.stream(), scheduled.stream())
            .flatMap(shift -> shift.people().stream())
            .collect(Collectors.toSet());
    Map<String, Life> known = lives.of(tx, people, range);
    return Tally.of(range, actual, scheduled, person -> known.getOrDefault(person, Life.UNKNOWN));
  }
}
