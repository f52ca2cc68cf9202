package io.watchbill.rotation.rotation;

import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import io.watchbill.rotation.holiday.HolidayUse;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reports the rotations that use a holiday calendar in their layers or hours, in any version. */
@ApplicationScoped
class RotationHolidays implements HolidayUse {
  private final RotationRepository rotations;
  private final RotationChanged.Publisher changes;
  private final Json json;

  RotationHolidays(RotationRepository rotations, RotationChanged.Publisher changes, Json json) {
    this.rotations = rotations;
    this.changes = changes;
    this.json = json;
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
      work = () -> changes.run(tx, rotation, by, inner);
    }
    work.run();
  }

  private List<String> naming(Tx tx, String calendar) {
    return tx
        .query(
            """
            SELECT DISTINCT rotation
              FROM rotation_version
             WHERE definition @> ANY($1::text[]::jsonb[])
             ORDER BY rotation
            """,
            (Object) Naming.holidays(calendar).stream().map(json::write).toArray(String[]::new))
        .stream()
        .map(row -> row.getString("rotation"))
        .toList();
  }
}
