package io.watchbill.rotation.person;

import io.watchbill.kit.database.Tx;
import io.watchbill.rotation.input.Id;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Tells who may be named, within another unit of work. */
@ApplicationScoped
public class KnownPeople {

  /**
   * Those of the ids who are unknown or archived. The others cannot be archived before this
   * transaction ends.
   */
  public Set<String> unknown(Tx tx, Collection<String> ids) {
    Set<String> unknown = new HashSet<>(ids);
    String[] possible = ids.stream().filter(Id::fits).distinct().sorted().toArray(String[]::new);
    tx.query(
            "SELECT id FROM person WHERE id = ANY($1) AND archived_at IS NULL ORDER BY id"
                + " FOR SHARE",
            (Object) possible)
        .forEach(row -> unknown.remove(row.getString("id")));
    return unknown;
  }
}
