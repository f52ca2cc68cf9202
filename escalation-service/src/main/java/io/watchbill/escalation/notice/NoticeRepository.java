package io.watchbill.escalation.notice;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.channel.Envelope;
import io.watchbill.escalation.channel.NoticeMessage;
import io.watchbill.escalation.contact.Reachable;
import io.watchbill.escalation.plan.wording.Names;
import io.watchbill.kit.claim.Floor;
import io.watchbill.kit.claim.Floors;
import io.watchbill.kit.database.ClaimedRows;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads and writes notices and their deliveries. */
@ApplicationScoped
class NoticeRepository {
  private static final Duration PATIENCE = Duration.ofHours(1);

  /**
   * Claims due deliveries; one whose lease ended without a result may have arrived, so it is
   * marked.
   */
  static final String CLAIM =
      """
      WITH due AS (
        SELECT id, state AS was FROM notice_delivery
         WHERE state IN ('queued', 'sending') AND available_at BETWEEN $5 AND $1 AND kind = ANY($6)
         ORDER BY available_at LIMIT $2 FOR UPDATE SKIP LOCKED
      )
      UPDATE notice_delivery d
         SET state = 'sending', attempts = d.attempts + 1, lease = $3, available_at = $4,
             outcome_unknown = d.outcome_unknown OR due.was = 'sending'
        FROM due, notice n
       WHERE d.id = due.id AND n.id = d.notice
      RETURNING d.*, n.kind AS notice_kind, n.title, n.text, n.about_at
      """;

  /** Fails a few deliveries at a time. */
  private static final String FAIL_UNKNOWN =
      """
      UPDATE notice_delivery SET state = 'failed', detail = 'no replica has this channel', lease = NULL
       WHERE id = ANY(ARRAY(
               SELECT id FROM notice_delivery
                WHERE state IN ('queued', 'sending') AND available_at BETWEEN $3 AND $1
                  AND give_up_at <= $1 AND kind <> ALL($2)
                LIMIT 100 FOR UPDATE SKIP LOCKED))
      RETURNING kind
      """;

  private static final String OLDEST =
      """
      SELECT available_at FROM notice_delivery
       WHERE state IN ('queued', 'sending') AND available_at >= $1 AND available_at < $2
       ORDER BY available_at LIMIT 1
      """;

  private final ClaimedRows claimed;
  private final Floor floor;
  private final Names names;

  NoticeRepository(Floors floors, Names names, MeterRegistry metrics) {
    this.claimed = ClaimedRows.of(metrics, "notice");
    this.names = names;
    this.floor = floors.of(NoticeRepository::oldest);
  }

  private static Optional<Instant> oldest(Tx tx, Instant from, Instant until) {
    return tx.one(OLDEST, from, until).map(row -> Rows.instant(row, "available_at"));
  }

  /** Stores a notice; returns whether it is new. */
  boolean insert(Tx tx, Notice notice) {
    return tx.update(
            "INSERT INTO notice (id, kind, title, text, about_at, received_at) VALUES ($1, $2, $3,"
                + " $4, $5, $6) ON CONFLICT DO NOTHING",
            notice.id(),
            notice.kind(),
            notice.title(),
            notice.text(),
            notice.at(),
            tx.now())
        == 1;
  }

  void forget(Tx tx, Instant before) {
    tx.update("DELETE FROM notice WHERE received_at < $1", before);
  }

  void deliver(Tx tx, Notice notice, String person, List<Reachable> ways) {
    for (Reachable way : ways) {
      tx.send(
          "INSERT INTO notice_delivery (id, notice, person, method, kind, address, secret, state,"
              + " available_at, give_up_at) VALUES ($1, $2, $3, $4, $5, $6, $7, 'queued', $8, $9)",
          Ids.next(),
          notice.id(),
          person,
          way.method(),
          way.kind(),
          way.address(),
          way.secret(),
          tx.now(),
          tx.now().plus(PATIENCE));
    }
  }

  /** Claims due deliveries of these kinds. */
  List<Claim> claim(Tx tx, Collection<String> kinds, int limit, Duration lease) {
    List<Row> rows =
        tx.query(
            CLAIM,
            tx.now(),
            (long) limit,
            Ids.next(),
            tx.now().plus(lease),
            floor.at(),
            kinds.toArray(new String[0]));
    return claimed.read(rows, row -> claim(tx, row));
  }

  /** Fails deliveries of other kinds that no replica has sent in time; returns their kinds. */
  List<String> failUnknown(Tx tx, Collection<String> kinds) {
    return tx.query(FAIL_UNKNOWN, tx.now(), kinds.toArray(new String[0]), floor.at()).stream()
        .map(row -> row.getString("kind"))
        .toList();
  }

  private Claim claim(Tx tx, Row row) {
    return new Claim(
        row.getUUID("lease"),
        row.getInteger("attempts"),
        Rows.instant(row, "give_up_at"),
        row.getString("kind"),
        new NoticeMessage(
            new Envelope(
                row.getUUID("id"),
                row.getString("address"),
                row.getString("secret"),
                row.getBoolean("outcome_unknown"),
                null),
            row.getUUID("notice"),
            row.getString("notice_kind"),
            row.getString("person"),
            names.person(row.getString("person")),
            row.getString("title"),
            row.getString("text"),
            Rows.instantOrNull(row, "about_at"),
            tx.now()));
  }

  /** Ends a delivery, unless another replica has it meanwhile. */
  void ended(Tx tx, Claim claim, NoticeEnd end, String detail) {
    tx.update(
        "UPDATE notice_delivery SET state = $3, detail = $4, lease = NULL WHERE id = $1 AND lease ="
            + " $2",
        claim.message().envelope().delivery(),
        claim.lease(),
        end.wire(),
        detail);
  }

  /** Retries later; marks the delivery if the attempt may have arrived. */
  void again(Tx tx, Claim claim, String detail, Instant at, boolean unknown) {
    tx.update(
        "UPDATE notice_delivery SET state = 'queued', detail = $3, available_at = $4,"
            + " outcome_unknown = outcome_unknown OR $5, lease = NULL WHERE id = $1 AND lease = $2",
        claim.message().envelope().delivery(),
        claim.lease(),
        detail,
        at,
        unknown);
  }
}
