package io.watchbill.rotation.archive;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The marks of what is archived. */
@ApplicationScoped
class ArchiveRepository {

  /** Whether there is such a person, whom nobody can name until this transaction ends. */
  boolean lockPerson(Tx tx, String id) {
    return tx.one("SELECT id FROM person WHERE id = $1 FOR UPDATE", id).isPresent();
  }

  /** Whether there is such a team, which nobody can name until this transaction ends. */
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
