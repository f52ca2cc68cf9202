package io.watchbill.escalation.restore;

import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.installation.Installation;
import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.id.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Reads and writes restores, and the notes by which they are noticed. */
@ApplicationScoped
class RestoreRepository {
  private static final Duration NOTES_KEPT = Duration.ofDays(30);

  /** One at a time: the replicas notice a restore all at once. */
  private static final String LOCK = "LOCK TABLE restore IN EXCLUSIVE MODE";

  private static final String NOTE =
      """
      INSERT INTO replica_note (replica, number, noted_at, server, secrets, public_url)
      VALUES ($1, $2, $3, server_identity(), $4, $5)
      ON CONFLICT (replica) DO UPDATE
         SET number = excluded.number, noted_at = excluded.noted_at, server = excluded.server,
             secrets = excluded.secrets, public_url = excluded.public_url
      """;

  private final Installation own;

  RestoreRepository(Installation own) {
    this.own = own;
  }

  /**
   * A replica's newest note.
   *
   * @param sameServer whether the server was the same then
   */
  record Note(long number, Instant at, boolean sameServer) {}

  /** Requests when the server was started, by which another server is recognised. */
  Supplier<Instant> askForServer(Tx tx) {
    Supplier<List<Row>> answer = tx.ask("SELECT pg_postmaster_start_time() AS started");
    return () -> Rows.instant(answer.get().getFirst(), "started");
  }

  void lock(Tx tx) {
    tx.query(LOCK);
  }

  Optional<Note> noteOf(Tx tx, UUID replica) {
    return tx.one(
            "SELECT number, noted_at, server = server_identity() AS same FROM replica_note WHERE"
                + " replica = $1",
            replica)
        .map(RestoreRepository::note);
  }

  /** Returns the newest note of any replica. */
  Optional<Note> newestNote(Tx tx) {
    return tx.one(
            "SELECT number, noted_at, server = server_identity() AS same FROM replica_note ORDER BY"
                + " noted_at DESC LIMIT 1")
        .map(RestoreRepository::note);
  }

  private static Note note(Row row) {
    return new Note(row.getLong("number"), Rows.instant(row, "noted_at"), row.getBoolean("same"));
  }

  void note(Tx tx, UUID replica, long number) {
    tx.send(NOTE, replica, number, tx.now(), own.secrets(), own.publicUrl());
  }

  void forgetOldNotes(Tx tx) {
    tx.send("DELETE FROM replica_note WHERE noted_at < $1", tx.now().minus(NOTES_KEPT));
  }

  void insert(Tx tx, Instant restoredTo, String evidence) {
    tx.send(
        "INSERT INTO restore (id, restored_to, noticed_at, evidence) VALUES ($1, $2, $3, $4)",
        Ids.next(),
        restoredTo,
        tx.now(),
        evidence);
  }

  /** Returns the restores that were noticed since an instant, the oldest first. */
  List<Restore> noticedSince(Tx tx, Instant since) {
    return tx
        .query(
            "SELECT id, restored_to, noticed_at FROM restore WHERE noticed_at >= $1 ORDER BY"
                + " noticed_at",
            since)
        .stream()
        .map(RestoreRepository::restore)
        .toList();
  }

  /**
   * A restore of which the timelines do not all tell.
   *
   * @param until the incident up to which they do
   */
  record Unrecorded(Restore restore, UUID until) {}

  /** Returns the first such restore, if no other replica has it. */
  Optional<Unrecorded> unrecorded(Tx tx) {
    return tx.one(
            "SELECT id, restored_to, noticed_at, recorded_until FROM restore WHERE recorded_at IS"
                + " NULL ORDER BY noticed_at LIMIT 1 FOR UPDATE SKIP LOCKED")
        .map(row -> new Unrecorded(restore(row), row.getUUID("recorded_until")));
  }

  void recordedUntil(Tx tx, Restore restore, UUID incident) {
    tx.send("UPDATE restore SET recorded_until = $2 WHERE id = $1", restore.id(), incident);
  }

  void recorded(Tx tx, Restore restore) {
    tx.send("UPDATE restore SET recorded_at = $2 WHERE id = $1", restore.id(), tx.now());
  }

  private static Restore restore(Row row) {
    return new Restore(
        row.getUUID("id"), Rows.instant(row, "restored_to"), Rows.instant(row, "noticed_at"));
  }
}
