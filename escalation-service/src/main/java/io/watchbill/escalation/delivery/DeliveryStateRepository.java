package io.watchbill.escalation.delivery;

import static io.watchbill.escalation.escalation.AcknowledgementState.CONFIRMED;
import static io.watchbill.escalation.escalation.AcknowledgementState.NONE;
import static io.watchbill.escalation.escalation.AcknowledgementState.PENDING;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.escalation.AcknowledgementState;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.escalation.plan.policy.While;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.escalation.snapshot.IncidentState;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the state by which a claimed delivery is sent, held or dropped. */
@ApplicationScoped
public class DeliveryStateRepository {
  static final String STANDING =
      """
      SELECT d.id, p.branch,
             CASE WHEN d.state = 'sending' AND d.lease = $2 THEN d.available_at END AS leased_until,
             p.round,
             p.during, i.round AS newest_round, i.state, i.muted_until,
             i.snapshot ->> 'acknowledgedBy' AS by_incident, p.acknowledgements AS needed,
             target_text(p.target_kind, p.target) AS target, a.confirmed, a.pending, a.own_confirmed, a.own_pending,
             p.during <> 'open' OR p.created_at <=
               (i.snapshot #>> '{anchors,acknowledged}')::timestamptz AS before_incident,
             EXISTS (SELECT FROM delivery o
                      WHERE o.page = d.page AND o.kind = d.kind AND o.address = d.address
                        AND (o.due_at, o.id) > (d.due_at, d.id) AND o.due_at <= $3
                        AND o.state IN ('queued', 'sending', 'sent')) AS overtaken
        FROM delivery d
        JOIN page p ON p.id = d.page
        JOIN incident_snapshot i ON i.incident = d.incident
       CROSS JOIN LATERAL (
             SELECT coalesce(array_agg(person ORDER BY acknowledged_at)
                             FILTER (WHERE state = 'confirmed'), '{}') AS confirmed,
                    coalesce(array_agg(person ORDER BY acknowledged_at)
                             FILTER (WHERE state = 'pending'), '{}') AS pending,
                    bool_or(state = 'confirmed' AND is_own) AS own_confirmed,
                    bool_or(state = 'pending' AND is_own) AS own_pending
               FROM acknowledgement
              CROSS JOIN LATERAL (
                    SELECT person = target_text(p.target_kind, p.target)
                           AND (p.during <> 'open' OR p.created_at <= acknowledged_at) AS is_own) o
              WHERE incident = p.incident AND round = p.round AND branch = p.branch
                AND state <> 'refused') a
       WHERE d.id = ANY($1)
      """;

  private final Names names;

  DeliveryStateRepository(Names names) {
    this.names = names;
  }

  /**
   * Returns the states of deliveries of one claim just before their calls, by id; of those that
   * exist.
   */
  public Map<UUID, DeliveryState> of(Tx tx, List<Claimed> claimed) {
    return of(tx, claimed.getFirst().lease(), claimed.stream().map(Claimed::id).toList());
  }

  /** Returns the state of a delivery that nobody sends; empty if its incident is not open work. */
  public Optional<DeliveryState> of(Tx tx, UUID delivery) {
    return Optional.ofNullable(of(tx, null, List.of(delivery)).get(delivery));
  }

  private Map<UUID, DeliveryState> of(Tx tx, @Nullable UUID lease, List<UUID> deliveries) {
    Map<UUID, DeliveryState> states = new HashMap<>();
    tx.query(STANDING, deliveries.toArray(new UUID[0]), lease, tx.now())
        .forEach(row -> states.put(row.getUUID("id"), state(tx, row)));
    return states;
  }

  private DeliveryState state(Tx tx, Row row) {
    boolean byIncident =
        new Branch(row.getString("branch")).isMain()
            && IncidentState.ACKNOWLEDGED.is(row.getString("state"));
    Set<String> people = new LinkedHashSet<>(Rows.strings(row, "confirmed"));
    if (byIncident) {
      people.add(Objects.requireNonNullElse(row.getString("by_incident"), "somebody"));
    }
    int needed = row.getInteger("needed");
    AcknowledgementState acknowledgement = CONFIRMED;
    if (people.size() < needed) {
      people.addAll(Rows.strings(row, "pending"));
      acknowledgement = people.size() >= needed ? PENDING : NONE;
    }
    return new DeliveryState(
        tx.now(),
        leaseLeft(tx, Rows.instantOrNull(row, "leased_until")),
        new DeliveryState.Page(
            row.getInteger("round"),
            While.OPEN.text().equals(row.getString("during")),
            names.person(row.getString("target"))),
        new DeliveryState.Incident(
            row.getInteger("newest_round"),
            IncidentState.RESOLVED.is(row.getString("state")),
            Rows.instantOrNull(row, "muted_until")),
        new DeliveryState.Acknowledged(acknowledgement, names.people(people), own(row, byIncident)),
        row.getBoolean("overtaken"));
  }

  private static AcknowledgementState own(Row row, boolean byIncident) {
    boolean there =
        byIncident
            && row.getInteger("round").equals(row.getInteger("newest_round"))
            && row.getString("target").equals(row.getString("by_incident"))
            && Boolean.TRUE.equals(row.getBoolean("before_incident"));
    if (there || Boolean.TRUE.equals(row.getBoolean("own_confirmed"))) {
      return CONFIRMED;
    }
    return Boolean.TRUE.equals(row.getBoolean("own_pending")) ? PENDING : NONE;
  }

  private static Duration leaseLeft(Tx tx, @Nullable Instant until) {
    return until == null ? Duration.ZERO : Duration.between(tx.now(), until);
  }
}
