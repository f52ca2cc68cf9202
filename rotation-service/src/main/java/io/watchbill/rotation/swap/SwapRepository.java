package io.watchbill.rotation.swap;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.SwapState;
import io.watchbill.rotation.override.HeldShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores swaps. */
@ApplicationScoped
class SwapRepository {
  private static final String COLUMNS =
      "id, rotation, give_person, give_role, give_from, give_to, take_person, take_role, take_from,"
          + " take_to, reason, author, created_at, state, settled_at, overrides";

  void add(Tx tx, Swap swap) {
    tx.update(
        """
        INSERT INTO swap (id, rotation, give_person, give_role, give_from, give_to, take_person,
               take_role, take_from, take_to, reason, author, created_at, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'proposed')
        """,
        swap.id(),
        swap.rotation(),
        swap.give().person(),
        swap.give().role(),
        swap.give().span().start(),
        swap.give().span().end(),
        swap.take().person(),
        swap.take().role(),
        swap.take().span().start(),
        swap.take().span().end(),
        swap.authorship().reason(),
        swap.authorship().author(),
        swap.authorship().at());
  }

  Optional<Swap> find(Tx tx, String rotation, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM swap WHERE rotation = $1 AND id = $2", rotation, id)
        .map(SwapRepository::swap);
  }

  List<Swap> list(Tx tx, String rotation, @Nullable UUID after, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM swap WHERE rotation = $1 AND ($2::uuid IS NULL OR id > $2)"
                + " ORDER BY id LIMIT $3",
            rotation,
            after,
            (long) limit)
        .stream()
        .map(SwapRepository::swap)
        .toList();
  }

  /** Returns the swaps proposed by or to a person that can still be accepted. */
  List<Swap> concerning(Tx tx, String person, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM swap WHERE state = 'proposed' AND (give_person = $1 OR take_person = $1)"
                + " AND give_from > $2 AND take_from > $2 ORDER BY id LIMIT $3",
            person,
            tx.now(),
            (long) limit)
        .stream()
        .map(SwapRepository::swap)
        .toList();
  }

  /** Returns the swaps that can still be accepted of which a shift overlaps the range. */
  List<Swap> proposed(Tx tx, String rotation, Span range, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM swap WHERE rotation = $1 AND state = 'proposed' AND give_from > $2"
                + " AND take_from > $2 AND (give_from < $4 AND give_to > $3"
                + " OR take_from < $4 AND take_to > $3) ORDER BY id LIMIT $5",
            rotation,
            tx.now(),
            range.start(),
            range.end(),
            (long) limit)
        .stream()
        .map(SwapRepository::swap)
        .toList();
  }

  /** Stores the new state of a swap that was proposed. */
  void settle(Tx tx, Swap swap) {
    tx.update(
        "UPDATE swap SET state = $2, settled_at = $3, overrides = $4 WHERE id = $1",
        swap.id(),
        Swap.stateName(swap.state()),
        Swap.settledAt(swap.state()),
        swap.overrides().toArray(UUID[]::new));
  }

  private static Swap swap(Row row) {
    return new Swap(
        row.getUUID("id"),
        row.getString("rotation"),
        side(row, "give"),
        side(row, "take"),
        new Authorship(
            row.getString("author"), Rows.instant(row, "created_at"), row.getString("reason")),
        state(row),
        List.of(row.getArrayOfUUIDs("overrides")));
  }

  private static HeldShift side(Row row, String name) {
    return new HeldShift(
        row.getString(name + "_person"),
        row.getString(name + "_role"),
        new Span(Rows.instant(row, name + "_from"), Rows.instant(row, name + "_to")));
  }

  private static SwapState state(Row row) {
    return switch (row.getString("state")) {
      case "proposed" -> new SwapState.Proposed();
      case "accepted" -> new SwapState.Accepted(Rows.instant(row, "settled_at"));
      case "declined" -> new SwapState.Declined(Rows.instant(row, "settled_at"));
      case "withdrawn" -> new SwapState.Withdrawn(Rows.instant(row, "settled_at"));
      default -> throw new IllegalStateException("state " + row.getString("state"));
    };
  }
}
