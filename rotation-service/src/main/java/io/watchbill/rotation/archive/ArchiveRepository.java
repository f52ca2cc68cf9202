package io.watchbill.rotation.archive;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Marks people and teams as archived. */
@ApplicationScoped
class ArchiveRepository {

  /**
   * Returns whether the person exists, and locks them: nobody can name them before the transaction
   * ends.
   */
  boolean lockPerson(Tx tx, String id) {
    return tx.one("SELECT id FROM person WHERE id = $1 FOR UPDATE", id).isPresent();
  }

  /**
   * Returns whether the team exists, and locks it: nobody can name it before the transaction ends.
   */
  boolean lockTeam(Tx tx, String id) {
    return tx.one("SELECT id FROM team WHERE id = $1 FOR UPDATE", id).isPresent();
  }

  void archivePerson(Tx tx, String id) {
    tx.update(
        "UPDATE person SET archived_at = $2, revision = revision + 1"
            + " WHERE id = $1 AND archived_at IS NULL",
        id,
        tx.now());
  }

  /** Ends all access of the person: keys, grants, feeds and page links. */
  void endAccess(Tx tx, String id) {
    tx.update(
        "UPDATE access.api_key SET revoked_at = $2 WHERE kind = 'person' AND principal = $1 AND"
            + " revoked_at IS NULL",
        id,
        tx.now());
    tx.update("DELETE FROM access.grant_ WHERE principal_kind = 'person' AND principal = $1", id);
    tx.update(
        "UPDATE feed SET revoked_at = $2 WHERE (person = $1 OR author = 'person:' || $1) AND"
            + " revoked_at IS NULL",
        id,
        tx.now());
    tx.update("DELETE FROM membership_consent WHERE person = $1", id);
    tx.update(
        "INSERT INTO access.person (id, team, ended_at) SELECT id, coalesce(team, ''), archived_at"
            + " FROM person WHERE id = $1 ON CONFLICT (id) DO UPDATE SET ended_at ="
            + " excluded.ended_at",
        id);
  }

  void archiveTeam(Tx tx, String id) {
    tx.update(
        "UPDATE team SET archived_at = $2, revision = revision + 1"
            + " WHERE id = $1 AND archived_at IS NULL",
        id,
        tx.now());
  }

  List<String> teamsOf(Tx tx, String person) {
    return tx
        .query(
            "SELECT t.id FROM team_member m JOIN team t ON t.id = m.team"
                + " WHERE m.person = $1 AND t.archived_at IS NULL ORDER BY t.id",
            person)
        .stream()
        .map(row -> row.getString("id"))
        .toList();
  }
}
