package io.watchbill.escalation.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.escalation.plan.policy.Policy;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.json.Json;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Chooses policies for escalations and stores the snapshots by which they run. */
@ApplicationScoped
public class PolicyBook {
  private static final Logger LOG = Logger.getLogger(PolicyBook.class);

  /** The snapshot for having no policy: nothing is ever due but the end. */
  static final String NONE = "none";

  private static final String CANDIDATES =
      """
      SELECT p.id, p.definition, p.id = $1 AS named, t.team IS NOT NULL AS of_team, p.fallback
        FROM policy p
        LEFT JOIN policy_team t ON t.policy = p.id AND t.team = $2
       WHERE p.archived_at IS NULL AND (p.id = $1 OR t.team IS NOT NULL OR p.fallback)
      """;

  private final Json json;
  private final Cache<String, Policy> snapshots = Caffeine.newBuilder().maximumSize(2_000).build();

  private final AtomicInteger unreadable = new AtomicInteger();

  PolicyBook(Json json, MeterRegistry metrics) {
    this.json = json;
    Gauge.builder("watchbill.policies.unreadable", unreadable, AtomicInteger::get)
        .description("Current policies that this version cannot read")
        .register(metrics);
  }

  /**
   * Chooses the policy of an incident: the one it names, else its team's default, else the
   * fallback, else none. The fallback replaces one that cannot be read. A test page has its own.
   * Stores the snapshot.
   *
   * @param named may be null
   * @param team may be null
   */
  public PolicyChoice choose(Tx tx, @Nullable String named, @Nullable String team) {
    if (named != null && TestPagePolicy.person(named).isPresent()) {
      String steps = TestPagePolicy.definition(TestPagePolicy.person(named).get());
      return choice(tx, named, steps, "a test page pages one person", false);
    }
    List<Row> rows = tx.query(CANDIDATES, named == null ? "" : named, team == null ? "" : team);
    Optional<Row> fallback = first(rows, "fallback");
    Optional<Row> byName = first(rows, "named");
    if (byName.isPresent()) {
      return readable(tx, byName.get(), "the incident names policy '" + named + "'", fallback);
    }
    String noSuch = named == null ? "" : "policy '" + named + "' does not exist; ";
    Optional<Row> byTeam = first(rows, "of_team");
    if (byTeam.isPresent()) {
      return readable(tx, byTeam.get(), noSuch + "default policy of team '" + team + "'", fallback);
    }
    String why = noSuch + "team '" + team + "' has no default policy";
    return fallback
        .map(row -> readable(tx, row, why + ", so the fallback policy", fallback))
        .orElseGet(() -> none(tx, why + " and there is no fallback policy", false));
  }

  private PolicyChoice readable(Tx tx, Row row, String reason, Optional<Row> fallback) {
    if (isReadable(row)) {
      return choice(tx, row, reason, false);
    }
    String why = reason + ", which cannot be read";
    return fallback
        .filter(other -> !other.getString("id").equals(row.getString("id")))
        .filter(this::isReadable)
        .map(other -> choice(tx, other, why + ", so the fallback policy", true))
        .orElseGet(() -> none(tx, why + " and there is no fallback policy to be read", true));
  }

  /** Returns the fallback policy, for an escalation after an alarm; empty if it cannot be read. */
  public Optional<PolicyChoice> fallback(Tx tx, String reason) {
    return tx.one("SELECT id, definition FROM policy WHERE fallback AND archived_at IS NULL")
        .filter(this::isReadable)
        .map(row -> choice(tx, row, reason, false));
  }

  /**
   * Returns the policy of a snapshot.
   *
   * @throws UnreadablePolicyException when this version cannot read it
   */
  public Policy snapshot(Tx tx, String hash) {
    return hash.equals(NONE)
        ? new Policy(NONE, List.of(), 1)
        : snapshots.get(hash, missing -> read(tx, missing));
  }

  /** Returns the policy of a snapshot; empty if this version cannot read it. */
  public Optional<Policy> readable(Tx tx, String hash) {
    try {
      return Optional.of(snapshot(tx, hash));
    } catch (UnreadablePolicyException e) {
      LOG.errorf("%s", e.getMessage());
      return Optional.empty();
    }
  }

  /** Returns the current version of a policy. */
  public Optional<Definition> current(Tx tx, String id) {
    return tx.one("SELECT definition FROM policy WHERE id = $1 AND archived_at IS NULL", id)
        .map(row -> definition(id, row.getString("definition")));
  }

  /** Returns every current policy that can be read. */
  public List<Policy> all(Tx tx) {
    List<Row> rows = tx.query("SELECT id, definition FROM policy WHERE archived_at IS NULL");
    List<Policy> readable = rows.stream().flatMap(row -> readable(row).stream()).toList();
    unreadable.set(rows.size() - readable.size());
    return readable;
  }

  private boolean isReadable(Row row) {
    boolean readable = readable(row).isPresent();
    if (!readable) {
      LOG.errorf("policy '%s' cannot be read, the fallback is used", row.getString("id"));
    }
    return readable;
  }

  private Optional<Policy> readable(Row row) {
    try {
      return Optional.of(definition(row.getString("id"), row.getString("definition")).policy());
    } catch (UnreadablePolicyException e) {
      LOG.debugf("%s", e.getMessage());
      return Optional.empty();
    }
  }

  private Policy read(Tx tx, String hash) {
    Row row =
        tx.one("SELECT policy, definition FROM policy_snapshot WHERE hash = $1", hash)
            .orElseThrow(() -> new IllegalStateException("no snapshot " + hash));
    return definition(row.getString("policy"), row.getString("definition")).policy();
  }

  private Definition definition(String id, String text) {
    try {
      return PolicyReader.read(id, json.read(text, JsonNode.class));
    } catch (RuntimeException e) {
      throw new UnreadablePolicyException(id, e);
    }
  }

  private static PolicyChoice choice(Tx tx, Row row, String reason, boolean unreadable) {
    return choice(tx, row.getString("id"), row.getString("definition"), reason, unreadable);
  }

  private static PolicyChoice choice(
      Tx tx, String id, String definition, String reason, boolean unreadable) {
    String hash = sha256(id + "\n" + definition);
    PolicySnapshots.store(tx, hash, id, definition);
    return new PolicyChoice(id, hash, reason, unreadable);
  }

  private static PolicyChoice none(Tx tx, String reason, boolean unreadable) {
    PolicySnapshots.store(tx, NONE, NONE, "{}");
    return new PolicyChoice(null, NONE, reason, unreadable);
  }

  private static Optional<Row> first(List<Row> rows, String column) {
    return rows.stream().filter(row -> row.getBoolean(column)).findFirst();
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
