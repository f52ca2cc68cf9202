package io.watchbill.rotation.person;

import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;

/** Stores the teams that people belong to, which all services read. */
@ApplicationScoped
class AnnouncedOwnerRepository {

  void publishMissing(Tx tx) {
    tx.update(
        """
        INSERT INTO access.person (id, team, ended_at)
        SELECT id, coalesce(team, ''), archived_at
          FROM person
        ON CONFLICT DO NOTHING
        """);
  }

  void endKeysOfArchived(Tx tx) {
    tx.update(
        """
        UPDATE access.api_key k SET revoked_at = $1 FROM person p
         WHERE k.kind = 'person' AND k.principal = p.id AND k.revoked_at IS NULL
           AND p.archived_at >= k.created_at
        """,
        tx.now());
  }
}
