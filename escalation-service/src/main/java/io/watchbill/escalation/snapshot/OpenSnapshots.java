package io.watchbill.escalation.snapshot;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.kit.database.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the open incidents for the comparison with the incident-service. */
@ApplicationScoped
public class OpenSnapshots {
  /**
   * The ranges as the incident-service makes them; others would only compare more than necessary.
   */
  private static final String DIGESTS =
      """
      SELECT r.through, count(p.incident) AS count,
             coalesce(bit_xor(uuid_hash_extended(p.incident, p.version)), 0)::text AS digest
        FROM (SELECT through, lag(through, 1, $1) OVER (ORDER BY through) AS after
                FROM unnest($2::uuid[]) AS t (through)) AS r
        LEFT JOIN LATERAL (
               SELECT incident, version FROM incident_snapshot
                WHERE state <> 'resolved' AND incident > r.after AND incident <= r.through) AS p
          ON true
       GROUP BY r.through
      """;

  /**
   * The open incidents of a range of ids: how many, and a digest of ids and versions.
   *
   * @param through the last id of the range, which begins behind the one before
   */
  @RegisterForReflection
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Digest(UUID through, long count, String digest) {}

  /** Returns the digests of successive ranges, from an id on. */
  public Map<UUID, Digest> digests(Tx tx, UUID after, List<UUID> throughs) {
    Map<UUID, Digest> digests = new HashMap<>();
    tx.query(DIGESTS, after, throughs.toArray(new UUID[0]))
        .forEach(
            row -> {
              UUID through = row.getUUID("through");
              digests.put(
                  through, new Digest(through, row.getLong("count"), row.getString("digest")));
            });
    return digests;
  }

  /** Returns the known version of each incident. */
  public Map<UUID, Long> versions(Tx tx, Collection<UUID> incidents) {
    Map<UUID, Long> versions = new HashMap<>();
    tx.query(
            "SELECT incident, version FROM incident_snapshot WHERE incident = ANY($1)",
            (Object) incidents.toArray(new UUID[0]))
        .forEach(row -> versions.put(row.getUUID("incident"), row.getLong("version")));
    return versions;
  }

  /** An open incident and its newest round. */
  public record Open(UUID incident, int round) {}

  /**
   * Returns the next open incidents behind one that existed at an instant, ordered by id: their id
   * or their newest snapshot is not younger.
   */
  public List<Open> openAfter(Tx tx, UUID after, Instant at, int limit) {
    return tx
        .query(
            "SELECT incident, round FROM incident_snapshot WHERE state <> 'resolved' AND incident >"
                + " $1 AND (uuid_instant(incident) <= $2 OR received_at <= $2) ORDER BY incident LIMIT"
                + " $3",
            after,
            at,
            (long) limit)
        .stream()
        .map(row -> new Open(row.getUUID("incident"), row.getInteger("round")))
        .toList();
  }

  /** Returns some of the open incidents of a range, in the order of their ids. */
  public List<UUID> open(Tx tx, UUID after, UUID through, int limit) {
    return tx
        .query(
            "SELECT incident FROM incident_snapshot WHERE state <> 'resolved' AND incident > $1 AND"
                + " incident <= $2 ORDER BY incident LIMIT $3",
            after,
            through,
            (long) limit)
        .stream()
        .map(row -> row.getUUID("incident"))
        .toList();
  }
}
