package io.watchbill.escalation.acknowledgement;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.escalation.AcknowledgementState;
import io.watchbill.escalation.plan.facts.Branch;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads and writes acknowledgements. */
@ApplicationScoped
public class AcknowledgementRepository {
  private static final String COLUMNS =
      "id, incident, round, branch, person, channel, acknowledged_at, state";

  /** Returns the acknowledgements of incidents that were not refused, of every round. */
  public List<Acknowledgement> holding(Tx tx, Collection<UUID> incidents) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM acknowledgement WHERE incident = ANY($1) AND state <> 'refused'",
            (Object) incidents.toArray(new UUID[0]))
        .stream()
        .map(AcknowledgementRepository::acknowledgement)
        .toList();
  }

  /**
   * Returns the acknowledgements of a round's branch that were not refused, one for each person,
   * the earliest first.
   */
  public List<Acknowledgement> holders(Tx tx, UUID incident, int round, Branch branch) {
    return holding(tx, List.of(incident)).stream()
        .filter(held -> held.round() == round && held.branch().equals(branch))
        .sorted(Comparator.comparing(Acknowledgement::at))
        .toList();
  }

  void insert(Tx tx, Acknowledgement acknowledgement, @Nullable UUID page) {
    tx.update(
        "INSERT INTO acknowledgement (id, incident, round, branch, person, channel, page,"
            + " acknowledged_at, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        acknowledgement.id(),
        acknowledgement.incident(),
        acknowledgement.round(),
        acknowledgement.branch().name(),
        acknowledgement.person(),
        acknowledgement.channel().wire(),
        page,
        acknowledgement.at(),
        (acknowledgement.confirmed()
                ? AcknowledgementState.CONFIRMED
                : AcknowledgementState.PENDING)
            .wire());
  }

  Optional<Acknowledgement> find(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM acknowledgement WHERE id = $1", id)
        .map(AcknowledgementRepository::acknowledgement);
  }

  /** Settles a pending acknowledgement; returns false if it was settled before. */
  boolean settle(Tx tx, UUID id, AcknowledgementState state, @Nullable String detail) {
    return tx.update(
            "UPDATE acknowledgement SET state = $2, detail = $3 WHERE id = $1 AND state ="
                + " 'pending'",
            id,
            state.wire(),
            detail)
        == 1;
  }

  private static Acknowledgement acknowledgement(Row row) {
    return new Acknowledgement(
        row.getUUID("id"),
        row.getUUID("incident"),
        row.getInteger("round"),
        new Branch(row.getString("branch")),
        row.getString("person"),
        Through.of(row.getString("channel")),
        Rows.instant(row, "acknowledged_at"),
        row.getString("state").equals(AcknowledgementState.CONFIRMED.wire()));
  }
}
