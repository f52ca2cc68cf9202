package io.watchbill.rotation.team;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Stores which teams may have a person as a member, though they belong to another. */
@ApplicationScoped
public class ConsentRepository {

  void add(Tx tx, String person, String team, String author) {
    tx.update(
        """
        INSERT INTO membership_consent (person, team, author, created_at)
        VALUES ($1, $2, $3, $4)
        ON CONFLICT DO NOTHING
        """,
        person,
        team,
        author,
        tx.now());
  }

  void remove(Tx tx, String person, String team) {
    tx.update("DELETE FROM membership_consent WHERE person = $1 AND team = $2", person, team);
  }

  /** Removes what a person's own team has agreed to, for all other teams. */
  public void removeAll(Tx tx, String person) {
    tx.update("DELETE FROM membership_consent WHERE person = $1", person);
  }

  List<Consent> of(Tx tx, String person) {
    return tx
        .query(
            """
            SELECT team, author, created_at
              FROM membership_consent
             WHERE person = $1
             ORDER BY team
             LIMIT 1000
            """,
            person)
        .stream()
        .map(
            row ->
                new Consent(
                    row.getString("team"),
                    row.getString("author"),
                    Rows.instant(row, "created_at")))
        .toList();
  }
}
