package io.watchbill.escalation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** A database that fails over: every connection is cut, again and again, while pages go out. */
@QuarkusTest
class FailoverTest extends ServiceTest {

  private static final String CUT =
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename ="
          + " current_user AND pid <> pg_backend_pid()";

  /** As the service's own role, which may end its own connections. Answers how many there were. */
  private static int cutAllConnections() throws SQLException {
    try (Connection own = connect();
        var result = own.createStatement().executeQuery(CUT)) {
      result.next();
      return result.getInt(1);
    }
  }

  /** All connections of the service are cut; those that it makes then are to a standby, or not. */
  private static void serverOnlyReads(boolean reads) throws SQLException {
    try (Connection own = connect();
        var statement = own.createStatement()) {
      statement.execute("SET default_transaction_read_only = off");
      statement.execute("ALTER ROLE CURRENT_USER SET default_transaction_read_only = " + reads);
      statement.execute(CUT);
    }
  }

  private static Connection connect() throws SQLException {
    Config config = ConfigProvider.getConfig();
    String url = config.getValue("watchbill.database.url", String.class);
    return DriverManager.getConnection(
        url.startsWith("jdbc:") ? url : "jdbc:" + url,
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }

  @Test
  void everyoneIsPagedAndNobodyTwiceUnmarkedWhileConnectionsAreCut() throws Exception {
    WebhookReceiver receiver = new WebhookReceiver();
    rotation("primary", "alice", "secondary", "bob");
    contact(named("alice"), "hook", "webhook", receiver.url());
    contact(named("bob"), "hook", "webhook", receiver.url());
    policy(step("primary", "primary"), step("secondary", "secondary", "\"after\": \"PT10M\""));
    List<Incident> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(open("P2"));
    }

    int cut = 0;
    for (int i = 0; i < 5; i++) {
      cut += cutAllConnections();
      later(Duration.ofMinutes(2));
      turnsPass();
    }

    assertThat(cut).isPositive();
    all.forEach(incident -> soon(() -> assertAllPaged(incident)));
    assertThat(receiver.unmarkedCopies()).isEmpty();
  }

  @Test
  void aCallerWhoMeetsAServerThatOnlyReadsIsAskedToTryAgain() throws Exception {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    serverOnlyReads(true);
    try {
      soon(() -> get("/v1/contact-methods/" + named("alice")));
      for (int i = 0; i < 5; i++) {
        admin()
            .body("{\"kind\": \"email\", \"address\": \"%s\"}".formatted(mail("alice")))
            .put("/v1/contact-methods/{person}/{id}", named("alice"), "second" + i)
            .then()
            .statusCode(503);
      }
    } finally {
      serverOnlyReads(false);
    }
    soon(() -> contact(named("alice"), "other", "email", mail("alice")));

    Incident incident = open("P2");

    awaitPaged(incident, "alice");
  }

  private void assertAllPaged(Incident incident) {
    assertThat(paged(incident)).containsExactlyInAnyOrder("alice", "bob");
    assertThat(this.<String>values("/v1/deliveries?incident=" + incident.id, "items.state"))
        .containsExactly("sent", "sent");
  }
}
