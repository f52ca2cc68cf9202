package io.watchbill.kit.health;

import io.watchbill.kit.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a service sees of its Postgres.
 *
 * @param version of the server, as it calls it
 * @param number of this version: 180006 for 18.6
 * @param standby whether it follows another server
 * @param readOnly whether it takes no writes from this role
 * @param oldestReader the oldest program that the schema still serves
 * @param schema number of the newest migration that was made
 * @param left connections that ordinary roles can still open
 * @param oldestSnapshot who holds the oldest snapshot; empty when nobody else holds one
 */
record DatabaseCondition(
    String version,
    int number,
    boolean standby,
    boolean readOnly,
    int oldestReader,
    int schema,
    int left,
    Optional<HeldSnapshot> oldestSnapshot) {
  static final String NAME = "database";

  /** The same as for the migrations. */
  static final int OLDEST = 150_000;

  /** From then on what is deleted from the queues is felt by those who read them. */
  private static final long LONG_HELD = 100_000;

  private static final String PAGE = "docs/operating.md";

  /**
   * A snapshot, for which Postgres keeps what was deleted since.
   *
   * @param holder for people
   * @param age in transactions
   */
  record HeldSnapshot(String holder, long age) {}

  /**
   * Returns what there is to say of it.
   *
   * @param reader which schemas this program can read
   * @param madeFor number of the newest migration that this program knows
   * @param pool how many connections one process may need
   */
  List<Finding> findings(int reader, int madeFor, int pool) {
    List<Finding> findings = new ArrayList<>();
    tooOld().ifPresent(findings::add);
    notWritable().ifPresent(findings::add);
    if (oldestReader > reader) {
      findings.add(
          fail(
              "The schema serves programs from reader %d on, and this one is reader %d."
                  .formatted(oldestReader, reader),
              "Run the newer release: the schema was migrated for it."));
    }
    if (schema < madeFor) {
      findings.add(
          fail(
              "The schema is at version %d, and this program needs %d.".formatted(schema, madeFor),
              "Run the migrations of this release."));
    }
    if (left < pool) {
      findings.add(
          warn(
              "Postgres has %d connections left, and one more process may take %d."
                  .formatted(Math.max(0, left), pool),
              "Raise max_connections, or lower what the services may hold."));
    }
    oldestSnapshot
        .filter(held -> held.age() > LONG_HELD)
        .ifPresent(
            held ->
                findings.add(
                    warn(
                        "%s has held a snapshot for %d transactions: since then nothing that was"
                                .formatted(held.holder(), held.age())
                            + " deleted can be cleaned up, and queues are read more slowly.",
                        "End it if it is forgotten; see pg_stat_activity.")));
    return findings.isEmpty()
        ? List.of(
            Finding.ok(
                NAME,
                "Postgres %s takes writes, has %d connections left, and its schema fits."
                    .formatted(version, left)))
        : findings;
  }

  private Optional<Finding> tooOld() {
    return number >= OLDEST
        ? Optional.empty()
        : Optional.of(
            fail(
                "Postgres %s is too old: Watchbill needs 15 or newer.".formatted(version),
                "Upgrade Postgres."));
  }

  private Optional<Finding> notWritable() {
    if (standby) {
      return Optional.of(
          fail(
              "This Postgres is a standby, which only reads: nothing is accepted.",
              "Let watchbill.database.url name the primary, or promote this server."));
    }
    return readOnly
        ? Optional.of(
            fail(
                "Postgres takes no writes from this service: nothing is accepted.",
                "Look for default_transaction_read_only at the server, database and role."))
        : Optional.empty();
  }

  private static Finding fail(String text, String advice) {
    return Finding.fail(NAME, text, advice, PAGE);
  }

  private static Finding warn(String text, String advice) {
    return Finding.warn(NAME, text, advice, PAGE);
  }
}
