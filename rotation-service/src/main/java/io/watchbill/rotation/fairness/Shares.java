package io.watchbill.rotation.fairness;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.Shift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Counts shares where people live. */
@ApplicationScoped
public class Shares {
  private final ZoneRepository zones;

  Shares(ZoneRepository zones) {
    this.zones = zones;
  }

  /**
   * @param stood the final shifts
   * @param dealt what the definition deals without overrides
   */
  public List<Share> of(Tx tx, List<Shift> stood, List<Shift> dealt) {
    String[] people =
        Stream.concat(stood.stream(), dealt.stream())
            .flatMap(shift -> shift.people().stream())
            .distinct()
            .toArray(String[]::new);
    Map<String, ZoneId> known = zones.of(tx, people);
    return Tally.of(stood, dealt, person -> known.getOrDefault(person, ZoneOffset.UTC));
  }
}
