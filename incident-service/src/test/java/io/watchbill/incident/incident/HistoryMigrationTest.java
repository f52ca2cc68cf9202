package io.watchbill.incident.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The migration moves closed incidents to the history. */
class HistoryMigrationTest {
  private static final String OPEN = "01980000-0000-7000-8000-000000000001";
  private static final String CLOSED = "01980000-0001-7000-8000-000000000002";
  private static final String FIRES = "01980000-0002-7000-8000-000000000003";
  private static final String ENDED = "01980000-0003-7000-8000-000000000004";
  private static final String OPEN_GROUP = "01980000-0004-7000-8000-000000000005";
  private static final String RELEASED_GROUP = "01980000-0005-7000-8000-000000000006";

  private static EmbeddedDatabase server;

  @BeforeAll
  static void migrateWhatIsThere() throws SQLException {
    server = EmbeddedDatabase.disposable();
    server.prepare(
        "watchbill",
        Arrays.stream(DatabaseRole.values()).collect(Collectors.toMap(role -> role, role -> "x")));
    migrate("7");
    try (Connection owner = connect(DatabaseRole.OWNER);
        Statement statement = owner.createStatement()) {
      statement.execute("SET search_path = incident");
      statement.execute(before());
    }
    migrate("latest");
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @Test
  void openAndClosedIncidentsPart() throws SQLException {
    assertThat(rows("SELECT id FROM incident")).containsExactly(OPEN);
    assertThat(rows("SELECT id FROM incident_history")).containsExactly(CLOSED);
    assertThat(rows("SELECT id || ' ' || number || ' ' || entries FROM any_incident ORDER BY id"))
        .containsExactly(OPEN + " 1 2", CLOSED + " 2 3");
  }

  @Test
  void clocksStandBesideTheirIncidents() throws SQLException {
    String clock =
        "SELECT incident_id || ' ' || kind || ' ' || due AT TIME ZONE 'UTC' || ' ' || breach_recorded FROM ";
    String due = " acknowledgement 2025-07-20 12:00:00 ";

    assertThat(rows(clock + "incident_clock")).containsExactly(OPEN + due + "false");
    assertThat(rows(clock + "incident_clock_history")).containsExactly(CLOSED + due + "false");
    assertThat(rows("SELECT tableoid::regclass FROM incident_clock_history"))
        .containsExactly("incident_clock_history_2025_07");
    assertThat(rows("SELECT count(*) FROM any_incident_assignment")).containsExactly("0");
  }

  @Test
  void timelinesAreNumberedInTheirOrder() throws SQLException {
    assertThat(
            rows(
                "SELECT sequence || ' ' || text FROM timeline_entry WHERE incident_id = '%s' ORDER"
                    + " BY sequence",
                CLOSED))
        .containsExactly("1 b", "2 d", "3 e");
    assertThat(rows("SELECT sequence FROM timeline_entry WHERE incident_id = '%s'", OPEN))
        .containsExactlyInAnyOrder("1", "2");
  }

  @Test
  void alertsGroupsAndTheirMembersStandWithTheirIncident() throws SQLException {
    assertThat(rows("SELECT id FROM alert")).containsExactly(FIRES);
    assertThat(rows("SELECT incident_id || ' ' || id FROM alert_history"))
        .containsExactly(CLOSED + " " + ENDED);
    assertThat(rows("SELECT incident_id || ' ' || id FROM alert_group"))
        .containsExactly(OPEN + " " + OPEN_GROUP);
    assertThat(rows("SELECT incident_id || ' ' || id FROM alert_group_history"))
        .containsExactly(CLOSED + " " + RELEASED_GROUP);
    assertThat(rows("SELECT incident_id || ' ' || alert_id FROM alert_group_member"))
        .containsExactly(OPEN + " " + FIRES);
    assertThat(rows("SELECT incident_id || ' ' || alert_id FROM alert_group_member_history"))
        .containsExactly(CLOSED + " " + ENDED);
  }

  @Test
  void nothingStandsOutsideOfItsMonth() throws SQLException {
    assertThat(rows("SELECT misplaced FROM history_state()")).containsExactly("0");
    assertThat(rows("SELECT tableoid::regclass FROM incident_history"))
        .containsExactly("incident_history_2025_07");
  }

  private static String before() {
    String incident =
        """
        INSERT INTO incident (id, title, team, created_at, version, state, round, severity, tags,
          triggered_at, last_update_at, severity_changed_at, acknowledge_due,
          acknowledge_breach_noted, state_at)
        VALUES ('%s', 'x', 'security', now(), 1, '%s', 1, 'P1', '{}', now(), now(), now(),
          '2025-07-20T12:00:00Z', false, now());
        """;
    String entry =
        """
        INSERT INTO timeline_entry (id, incident_id, kind, at, recorded_at, actor_kind, actor,
          channel, text, data)
        VALUES (gen_random_uuid(), '%s', 'comment', now(), now(), 'person', 'ann', 'api', '%s', '{}');
        """;
    String alert =
        """
        INSERT INTO alert (id, integration, fingerprint, name, severity, tags, labels, annotations,
          starts_at, flags, opened_at, last_seen_at, closed_at)
        VALUES ('%s', 'am', '%s', 'x', 'P1', '{}', '{}', '{}', now(), '{}', now(), now(), %s);
        """;
    String group =
        """
        INSERT INTO alert_group VALUES ('%s', 'am', '\\x%s', 'k', '%s', now(), %s);
        INSERT INTO alert_group_member VALUES ('%1$s', '%5$s', %6$s);
        """;
    return incident.formatted(OPEN, "acknowledged")
        + incident.formatted(CLOSED, "resolved")
        + entry.formatted(OPEN, "a")
        + entry.formatted(CLOSED, "b")
        + entry.formatted(OPEN, "c")
        + entry.formatted(CLOSED, "d")
        + entry.formatted(CLOSED, "e")
        + alert.formatted(FIRES, "f1", "NULL")
        + alert.formatted(ENDED, "f2", "now()")
        + group.formatted(OPEN_GROUP, "01", OPEN, "NULL", FIRES, "true")
        + group.formatted(RELEASED_GROUP, "02", CLOSED, "now()", ENDED, "false");
  }

  private static void migrate(String target) {
    Flyway.configure(HistoryMigrationTest.class.getClassLoader())
        .dataSource("jdbc:" + server.url("watchbill"), DatabaseRole.OWNER.sqlName(), "x")
        .schemas("incident")
        .defaultSchema("incident")
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/incident")
        .target(target)
        .load()
        .migrate();
  }

  private static Connection connect(DatabaseRole role) throws SQLException {
    return DriverManager.getConnection("jdbc:" + server.url("watchbill"), role.sqlName(), "x");
  }

  private static List<String> rows(String sql, Object... values) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection service = connect(DatabaseRole.INCIDENT);
        Statement statement = service.createStatement();
        ResultSet row = statement.executeQuery(sql.formatted(values))) {
      while (row.next()) {
        rows.add(row.getString(1));
      }
    }
    return rows;
  }
}
