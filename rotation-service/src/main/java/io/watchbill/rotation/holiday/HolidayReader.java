package io.watchbill.rotation.holiday;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.work.Holidays;
import io.watchbill.rotation.input.Id;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads the days of holiday calendars, in the caller's transaction. */
@ApplicationScoped
public class HolidayReader {

  /** Returns the days of these calendars. */
  public Map<String, Holidays> days(Tx tx, Collection<String> calendars) {
    if (calendars.isEmpty()) {
      return Map.of();
    }
    Map<String, TreeSet<LocalDate>> days = new HashMap<>();
    tx.query(
            "SELECT calendar, day FROM holiday WHERE calendar = ANY($1)",
            (Object) calendars.toArray(String[]::new))
        .forEach(
            row ->
                days.computeIfAbsent(row.getString("calendar"), id -> new TreeSet<>())
                    .add(row.getLocalDate("day")));
    Map<String, Holidays> result = new HashMap<>();
    days.forEach((id, ofCalendar) -> result.put(id, new Holidays(ofCalendar)));
    return result;
  }

  /**
   * Returns the ids that do not exist; the others cannot be deleted before this transaction ends.
   */
  public Set<String> unknown(Tx tx, Collection<String> ids) {
    Set<String> unknown = new HashSet<>(ids);
    String[] possible = ids.stream().filter(Id::fits).distinct().sorted().toArray(String[]::new);
    if (possible.length > 0) {
      tx.query(
              "SELECT id FROM holiday_calendar WHERE id = ANY($1) ORDER BY id FOR SHARE",
              (Object) possible)
          .forEach(row -> unknown.remove(row.getString("id")));
    }
    return unknown;
  }
}
