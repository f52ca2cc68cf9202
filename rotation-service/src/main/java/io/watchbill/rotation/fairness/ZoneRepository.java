package io.watchbill.rotation.fairness;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;

/** Where people live. */
@ApplicationScoped
class ZoneRepository {

  Map<String, ZoneId> of(Tx tx, String... people) {
    return tx.query("SELECT id, time_zone FROM person WHERE id = ANY($1)", (Object) people).stream()
        .collect(
            Collectors.toMap(
                row -> row.getString("id"), row -> ZoneId.of(row.getString("time_zone"))));
  }
}
