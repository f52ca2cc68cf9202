package io.watchbill.rotation.hours;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.holiday.HolidayUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Reports the working hours of people and teams that use a holiday calendar. Clients of working
 * time notice changed days by the ETag.
 */
@ApplicationScoped
class HoursHolidays implements HolidayUse {

  @Override
  public List<String> users(Tx tx, String calendar) {
    return tx
        .query(
            """
            SELECT kind, owner
              FROM working_hours
             WHERE jsonb_exists(hours -> 'holidays', $1)
             ORDER BY kind, owner
            """,
            calendar)
        .stream()
        .map(row -> place(row.getString("kind")) + row.getString("owner") + "/working-hours")
        .toList();
  }

  private static String place(String kind) {
    return kind.equals(HoursOwner.PERSON.wire()) ? "/v1/people/" : "/v1/teams/";
  }
}
