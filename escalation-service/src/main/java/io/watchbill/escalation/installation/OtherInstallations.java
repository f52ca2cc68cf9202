package io.watchbill.escalation.installation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.loop.Loops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks whether processes of another installation use this database. They would send pages of this
 * one, by their mail server and with links that nobody here can follow. Nothing is stopped for it:
 * both page, and which of them is wrong only a person knows.
 */
@ApplicationScoped
public class OtherInstallations {
  private static final Logger LOG = Logger.getLogger(OtherInstallations.class);
  private static final Duration EVERY = Duration.ofSeconds(15);

  /** Every process stores a note every five seconds. */
  private static final Duration ALIVE = Duration.ofSeconds(30);

  private static final String OTHERS =
      """
      SELECT count(*) AS processes, min(public_url) AS public_url
        FROM replica_note
       WHERE noted_at > $1 AND cardinality(secrets) > 0 AND NOT secrets && $2
      """;

  private final Database database;
  private final Installation own;
  private final Loops loops;
  private volatile Optional<Other> seen = Optional.empty();

  OtherInstallations(Database database, Installation own, Loops loops, MeterRegistry metrics) {
    this.database = database;
    this.own = own;
    this.loops = loops;
    Gauge.builder("watchbill.other.installation.processes", this, OtherInstallations::processes)
        .description("Processes of another installation that use this database")
        .baseUnit("processes")
        .register(metrics);
  }

  /**
   * Another installation on this database.
   *
   * @param processes of its escalation-service that run now
   * @param publicUrl where one of them is reached
   */
  record Other(long processes, String publicUrl) {}

  void start(@Observes StartupEvent event) {
    loops.start("other-installations", EVERY, this::turn);
  }

  boolean turn() {
    Optional<Other> before = seen;
    Optional<Other> now = look();
    seen = now;
    if (before.isEmpty()) {
      now.ifPresent(
          other ->
              LOG.errorf(
                  "another installation (%s) uses this database and sends its pages: give each a"
                      + " database of its own",
                  other.publicUrl()));
    }
    return false;
  }

  /** Returns the other installation whose processes run now. */
  Optional<Other> look() {
    return database.read(this::others).filter(other -> other.processes() > 0);
  }

  private Optional<Other> others(Tx tx) {
    return tx.one(OTHERS, tx.now().minus(ALIVE), own.secrets()).map(OtherInstallations::other);
  }

  private static Other other(Row row) {
    return new Other(row.getLong("processes"), String.valueOf(row.getString("public_url")));
  }

  private long processes() {
    return seen.map(Other::processes).orElse(0L);
  }
}
