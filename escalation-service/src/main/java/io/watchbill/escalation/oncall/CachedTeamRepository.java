package io.watchbill.escalation.oncall;

import io.watchbill.kit.database.Rows;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads and writes the rotations of teams. */
@ApplicationScoped
class CachedTeamRepository {

  /** Returns the rotations of each team; an unknown team is missing. */
  Map<String, List<String>> rotations(Tx tx, Collection<String> teams) {
    Map<String, List<String>> rotations = new HashMap<>();
    if (!teams.isEmpty()) {
      tx.query(
              "SELECT team, rotations FROM cached_team WHERE team = ANY($1)",
              (Object) teams.toArray(new String[0]))
          .forEach(row -> rotations.put(row.getString("team"), Rows.strings(row, "rotations")));
    }
    return rotations;
  }

  /** Caches the rotations of these teams and forgets all others. */
  void replace(Tx tx, Map<String, List<String>> rotations) {
    tx.update(
        "DELETE FROM cached_team WHERE team <> ALL($1)",
        (Object) rotations.keySet().toArray(new String[0]));
    rotations.forEach(
        (team, list) ->
            tx.update(
                "INSERT INTO cached_team (team, rotations, answered_at) VALUES ($1, $2, $3) ON"
                    + " CONFLICT (team) DO UPDATE SET rotations = $2, answered_at = $3",
                team,
                list.toArray(new String[0]),
                tx.now()));
  }
}
