package io.watchbill.rotation.check;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.Presence;
import io.watchbill.rotation.calendar.Span;
import io.watchbill.rotation.watch.WatchBill;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What keeps people from standing the watch of a rotation. */
@ApplicationScoped
public class Obstacles {
  private final WatchBill watchBill;
  private final CheckRepository checks;

  Obstacles(WatchBill watchBill, CheckRepository checks) {
    this.watchBill = watchBill;
    this.checks = checks;
  }

  /** When the people are absent or on watch in another rotation. */
  public Map<String, List<Span>> of(Tx tx, String rotation, Collection<String> people, Span range) {
    Map<String, List<Span>> all = new TreeMap<>(elsewhere(tx, rotation, people, range));
    absences(tx, people, range)
        .forEach(
            (person, spans) -> all.computeIfAbsent(person, p -> new ArrayList<>()).addAll(spans));
    return all;
  }

  /** When the people said that they are absent. */
  public Map<String, List<Span>> absences(Tx tx, Collection<String> people, Span range) {
    return checks.absences(tx, people, range);
  }

  /** When the people are on watch in other rotations. */
  Map<String, List<Span>> elsewhere(Tx tx, String rotation, Collection<String> people, Span range) {
    Map<String, List<Span>> elsewhere = new TreeMap<>();
    watchBill
        .calendars(tx, checks.naming(tx, people, rotation), range)
        .forEach(
            (other, calendar) ->
                Presence.of(calendar.shifts(range).shifts())
                    .forEach(
                        (person, spans) -> {
                          if (people.contains(person)) {
                            elsewhere.computeIfAbsent(person, p -> new ArrayList<>()).addAll(spans);
                          }
                        }));
    return elsewhere;
  }
}
