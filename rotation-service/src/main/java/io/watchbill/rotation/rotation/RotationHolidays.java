package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.holiday.HolidayUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Rotations name holiday calendars in their layers and hours, in any version. */
@ApplicationScoped
class RotationHolidays implements HolidayUse {
  private final RotationRepository rotations;
  private final RotationChanged.Notice notice;

  RotationHolidays(RotationRepository rotations, RotationChanged.Notice notice) {
    this.rotations = rotations;
    this.notice = notice;
  }

  @Override
  public List<String> users(Tx tx, String calendar) {
    return naming(tx, calendar).stream().map(id -> "/v1/rotations/" + id).toList();
  }

  @Override
  public void around(Tx tx, String calendar, String by, Runnable change) {
    Runnable work = change;
    for (String id : naming(tx, calendar)) {
      StoredRotation rotation = rotations.lock(tx, id).orElseThrow();
      Runnable inner = work;
      work = () -> notice.around(tx, rotation, by, () -> run(inner));
    }
    work.run();
  }

  private static Void run(Runnable change) {
    change.run();
    return null;
  }

  private static List<String> naming(Tx tx, String calendar) {
    return tx
        .query(
            "SELECT DISTINCT rotation FROM rotation_version WHERE jsonb_path_exists(definition,"
                + " '$.hours.holidays[*] ? (@ == $p)', jsonb_build_object('p', $1::text)) OR"
                + " jsonb_path_exists(definition, '$.roles[*].layers[*].exceptHolidays[*] ? (@ =="
                + " $p)', jsonb_build_object('p', $1::text)) OR jsonb_path_exists(definition,"
                + " '$.roles[*].layers[*].onlyHolidays[*] ? (@ == $p)', jsonb_build_object('p',"
                + " $1::text)) ORDER BY rotation",
            calendar)
        .stream()
        .map(row -> row.getString("rotation"))
        .toList();
  }
}
