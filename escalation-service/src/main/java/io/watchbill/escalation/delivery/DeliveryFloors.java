package io.watchbill.escalation.delivery;

import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.LoopPause;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers where the queue of each kind of delivery begins. */
@ApplicationScoped
class DeliveryFloors {
  static final String OLDEST =
      """
      SELECT w.available_at
        FROM unnest('{0, 1, 2, 3}'::smallint[]) AS u (urgency)
       CROSS JOIN LATERAL (
             SELECT available_at FROM delivery
              WHERE kind = $1 AND urgency = u.urgency AND state IN ('queued', 'sending')
                AND available_at >= $2 AND available_at < $3
              ORDER BY available_at LIMIT 1) w
       ORDER BY w.available_at LIMIT 1
      """;

  private final Floors floors;
  private final Map<String, Floor> ofKinds = new ConcurrentHashMap<>();

  DeliveryFloors(Floors floors) {
    this.floors = floors;
  }

  Floor of(String kind) {
    return ofKinds.computeIfAbsent(
        kind, one -> floors.of((tx, from, until) -> oldest(tx, one, from, until)));
  }

  LoopPause untilDue(String kind, Duration poll) {
    return floors.untilDue(of(kind), poll);
  }

  private static Optional<Instant> oldest(Tx tx, String kind, Instant from, Instant until) {
    return tx.one(OLDEST, kind, from, until).map(row -> Rows.instantOrNull(row, "available_at"));
  }
}
