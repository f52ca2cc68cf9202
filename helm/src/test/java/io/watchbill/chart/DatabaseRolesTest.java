package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The SQL for DBAs and the code that prepares laptops and tests make the same. */
class DatabaseRolesTest {
  private static final Map<DatabaseRole, String> PASSWORDS =
      Arrays.stream(DatabaseRole.values()).collect(Collectors.toMap(role -> role, role -> "x"));

  private static EmbeddedDatabase server;

  @BeforeAll
  static void startServer() {
    server = EmbeddedDatabase.disposable();
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @AfterEach
  void dropEverything() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS watchbill");
      for (DatabaseRole role : DatabaseRole.values()) {
        statement.execute("DROP ROLE IF EXISTS " + role.sqlName());
      }
      statement.execute("DROP ROLE IF EXISTS dba");
    }
  }

  @Test
  void theSqlFileAndTheCodeMakeTheSameRolesSchemasAndRights() throws SQLException {
    server.prepare("watchbill", PASSWORDS);
    SortedSet<String> byCode = catalogue();
    dropEverything();

    createDatabase("postgres");
    runRolesSql("postgres");

    assertThat(byCode).hasSizeGreaterThan(15);
    assertThat(catalogue()).isEqualTo(byCode);
  }

  @Test
  void theSqlFileCanBeRunAgain() throws SQLException {
    createDatabase("postgres");
    runRolesSql("postgres");
    SortedSet<String> once = catalogue();

    runRolesSql("postgres");

    assertThat(catalogue()).isEqualTo(once);
  }

  @Test
  void aDbaWhoIsNoSuperuserCanRunIt() throws SQLException {
    execute("postgres", "postgres", "CREATE ROLE dba LOGIN CREATEROLE CREATEDB");
    createDatabase("dba");

    runRolesSql("dba");

    assertThat(catalogue()).anyMatch(line -> line.startsWith("schema incident watchbill_owner"));
    execute("watchbill", "postgres", "REASSIGN OWNED BY dba TO postgres; DROP OWNED BY dba");
  }

  @Test
  void theServicesMigrateAndRunUnderIt() throws SQLException {
    createDatabase("postgres");
    runRolesSql("postgres");

    server.migrate("watchbill", "", getClass().getClassLoader());

    execute("watchbill", "watchbill_rotation", "SELECT * FROM access.api_key");
    execute("watchbill", "watchbill_incident", "SELECT * FROM access.grant_");
  }

  /** What the database knows of roles, schemas and rights, a line each. */
  private static SortedSet<String> catalogue() throws SQLException {
    String sql =
        """
        SELECT concat_ws(' ', 'role', rolname, rolsuper, rolinherit, rolcreaterole, rolcreatedb,
               rolcanlogin, rolreplication, rolbypassrls, rolconnlimit, rolconfig)
          FROM pg_roles WHERE rolname LIKE 'watchbill%'
        UNION ALL
        SELECT concat_ws(' ', 'database', pg_get_userbyid(datdba), datacl)
          FROM pg_database WHERE datname = 'watchbill'
        UNION ALL
        SELECT concat_ws(' ', 'schema', nspname, pg_get_userbyid(nspowner), nspacl)
          FROM pg_namespace WHERE nspname NOT LIKE 'pg_%' AND nspname <> 'information_schema'
        UNION ALL
        SELECT concat_ws(' ', 'default', defaclrole::regrole, n.nspname, defaclobjtype, defaclacl)
          FROM pg_default_acl d JOIN pg_namespace n ON n.oid = d.defaclnamespace
        """;
    SortedSet<String> lines = new TreeSet<>();
    try (Connection connection = connect("watchbill");
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        lines.add(rows.getString(1));
      }
    }
    return lines;
  }

  private static void createDatabase(String owner) throws SQLException {
    execute("postgres", owner, "CREATE DATABASE watchbill");
  }

  private static void runRolesSql(String user) throws SQLException {
    execute("watchbill", user, Chart.file("files/roles.sql"));
  }

  private static Connection connect(String database) throws SQLException {
    return DriverManager.getConnection("jdbc:" + server.url(database), "postgres", "");
  }

  private static void execute(String database, String user, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:" + server.url(database), user, "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
