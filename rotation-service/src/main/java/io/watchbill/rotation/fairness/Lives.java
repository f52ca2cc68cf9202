package io.watchbill.rotation.fairness;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.coverage.Obstacles;
import io.watchbill.rotation.holiday.HolidayReader;
import io.watchbill.rotation.hours.HoursPlan;
import io.watchbill.rotation.hours.HoursRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads where people live, their holidays and their absences. */
@ApplicationScoped
class Lives {
  private final HoursRepository hours;
  private final HolidayReader holidays;
  private final Obstacles obstacles;

  Lives(HoursRepository hours, HolidayReader holidays, Obstacles obstacles) {
    this.hours = hours;
    this.holidays = holidays;
    this.obstacles = obstacles;
  }

  /** Returns them by person, within the range. */
  Map<String, Life> of(Tx tx, Collection<String> people, Span range) {
    Map<String, HoursRepository.Home> homes = hours.ofPeople(tx, people);
    Map<String, Holidays> known =
        holidays.days(
            tx, homes.values().stream().flatMap(h -> h.holidays().stream()).distinct().toList());
    Map<String, List<Span>> absences = obstacles.absences(tx, people, range);
    Map<String, Life> lives = new TreeMap<>();
    homes.forEach(
        (person, home) ->
            lives.put(
                person,
                new Life(
                    home.zone(),
                    HoursPlan.holidays(home.holidays(), known)
                        .within(range, home.zone(), LocalTime.MIDNIGHT),
                    absences.getOrDefault(person, List.of()))));
    return lives;
  }

  /** Returns the holidays by person. */
  static Map<String, List<Span>> holidays(Map<String, Life> lives) {
    return lives.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().holidays()));
  }
}
