package io.watchbill.rotation.cover;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.database.Where;
import io.watchbill.kit.problem.Problem;
import io.watchbill.rotation.calendar.time.Span;
import io.watchbill.rotation.exchange.Audience;
import io.watchbill.rotation.exchange.Authorship;
import io.watchbill.rotation.exchange.CoverState;
import io.watchbill.rotation.override.HeldShift;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores cover requests. */
@ApplicationScoped
class CoverRepository {
  private static final String COLUMNS =
      "id, rotation, role, person, who, asked, starts_at, ends_at, reason, author, created_at,"
          + " absence, state, settled_by, settled_at, overrides, urgent, asked_in_turn";

  void add(Tx tx, CoverRequest request) {
    tx.update(
        """
        INSERT INTO cover_request (id, rotation, role, person, who, asked, starts_at, ends_at,
               reason, author, created_at, absence, urgent, state)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 'open')
        """,
        request.id(),
        request.rotation(),
        request.shift().role(),
        request.shift().person(),
        CoverRequest.who(request.ask().audience()),
        request.ask().audience() instanceof Audience.OnePerson one ? one.person() : null,
        request.shift().span().start(),
        request.shift().span().end(),
        request.authorship().reason(),
        request.authorship().author(),
        request.authorship().at(),
        request.absence().orElse(null),
        request.ask().urgent());
  }

  /** Returns the request, locked: nobody else changes it before this transaction ends. */
  Optional<CoverRequest> lock(Tx tx, UUID id) {
    return tx.one("SELECT " + COLUMNS + " FROM cover_request WHERE id = $1 FOR UPDATE", id)
        .map(CoverRepository::request);
  }

  /** Records that a person was asked, after the others. */
  void noteAsked(Tx tx, UUID id, String person) {
    tx.update(
        "UPDATE cover_request SET asked_in_turn = asked_in_turn || $2::text WHERE id = $1",
        id,
        person);
  }

  Optional<CoverRequest> find(Tx tx, String rotation, UUID id) {
    return tx.one(
            "SELECT " + COLUMNS + " FROM cover_request WHERE rotation = $1 AND id = $2",
            rotation,
            id)
        .map(CoverRepository::request);
  }

  /**
   * Returns the request.
   *
   * @throws Problem when there is none
   */
  CoverRequest found(Tx tx, String rotation, UUID id) {
    return find(tx, rotation, id).orElseThrow(() -> Problem.notFound("cover request", id));
  }

  List<CoverRequest> list(
      Tx tx, String rotation, Optional<String> state, @Nullable UUID after, int limit) {
    Where where = new Where().and("rotation = ?", rotation);
    state.ifPresent(name -> where.and("state = ?", name));
    if (after != null) {
      where.and("id > ?", after);
    }
    String last = where.place((long) limit);
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM cover_request"
                + where.sql()
                + " ORDER BY id LIMIT "
                + last,
            where.values())
        .stream()
        .map(CoverRepository::request)
        .toList();
  }

  List<CoverRequest> ofAbsence(Tx tx, UUID absence) {
    return tx
        .query(
            "SELECT " + COLUMNS + " FROM cover_request WHERE absence = $1 ORDER BY starts_at, id",
            absence)
        .stream()
        .map(CoverRepository::request)
        .toList();
  }

  /** Returns whether an open request for the same shift of the person covers the whole span. */
  boolean asksAlready(Tx tx, String rotation, HeldShift shift) {
    return tx.one(
            """
            SELECT 1 AS one
              FROM cover_request
             WHERE rotation = $1 AND role = $2 AND person = $3 AND state = 'open' AND starts_at <= $4
               AND ends_at >= $5
             LIMIT 1
            """,
            rotation,
            shift.role(),
            shift.person(),
            shift.span().start(),
            shift.span().end())
        .isPresent();
  }

  /**
   * Returns the open requests of a person, and those of others that they may take: they are asked
   * by name, as a member of the team, or like everybody.
   *
   * @param ofTeams the rotations of the teams of which the person is a member
   */
  List<CoverRequest> concerning(Tx tx, String person, List<String> ofTeams, int limit) {
    return tx
        .query(
            "SELECT "
                + COLUMNS
                + " FROM cover_request WHERE state = 'open' AND ends_at > $2"
                + " AND (person = $1 OR asked = $1 OR who = 'anyone'"
                + " OR who = 'team' AND rotation = ANY($3)) ORDER BY starts_at, id LIMIT $4",
            person,
            tx.now(),
            ofTeams.toArray(String[]::new),
            (long) limit)
        .stream()
        .map(CoverRepository::request)
        .toList();
  }

  /** Stores the new state of a request that was open. */
  void settle(Tx tx, CoverRequest request) {
    tx.update(
        """
        UPDATE cover_request SET state = $2, settled_by = $3, settled_at = $4, overrides = $5
         WHERE id = $1
        """,
        request.id(),
        CoverRequest.stateName(request.state()),
        settledBy(request.state()),
        tx.now(),
        request.overrides().toArray(UUID[]::new));
  }

  private static @Nullable String settledBy(CoverState state) {
    return switch (state) {
      case CoverState.Open open -> null;
      case CoverState.Taken taken -> taken.person();
      case CoverState.Withdrawn withdrawn -> withdrawn.by();
    };
  }

  private static CoverRequest request(Row row) {
    return new CoverRequest(
        row.getUUID("id"),
        row.getString("rotation"),
        new HeldShift(
            row.getString("person"),
            row.getString("role"),
            new Span(Rows.instant(row, "starts_at"), Rows.instant(row, "ends_at"))),
        new CoverRequest.Ask(
            CoverRequest.audience(row.getString("who"), row.getString("asked")),
            row.getBoolean("urgent"),
            List.of(row.getArrayOfStrings("asked_in_turn"))),
        new Authorship(
            row.getString("author"), Rows.instant(row, "created_at"), row.getString("reason")),
        Optional.ofNullable(row.getUUID("absence")),
        state(row),
        List.of(row.getArrayOfUUIDs("overrides")));
  }

  private static CoverState state(Row row) {
    return switch (row.getString("state")) {
      case "open" -> new CoverState.Open();
      case "taken" ->
          new CoverState.Taken(row.getString("settled_by"), Rows.instant(row, "settled_at"));
      case "withdrawn" ->
          new CoverState.Withdrawn(row.getString("settled_by"), Rows.instant(row, "settled_at"));
      default -> throw new IllegalStateException("state " + row.getString("state"));
    };
  }
}
