package io.watchbill.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.database.DatabaseRole;
import io.watchbill.database.EmbeddedDatabase;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as the Job of the chart runs it, on a real Postgres. */
class MigrationIT {
  private static final String DATABASE = "watchbill";
  private static final String SUPERUSERS_PASSWORD = "for-tests-only";
  private static final Map<DatabaseRole, String> PASSWORDS =
      Arrays.stream(DatabaseRole.values())
          .collect(Collectors.toMap(role -> role, role -> role.sqlName() + "-password"));
  private static final String ROTATIONS =
      "SELECT version FROM rotation.flyway_schema_history ORDER BY installed_rank";
  private static final String OWNERS_PASSWORD = PASSWORDS.get(DatabaseRole.OWNER);

  @TempDir static Path directory;
  private static EmbeddedDatabase server;

  private final List<Program> programs = new ArrayList<>();

  @BeforeAll
  static void startServer() throws IOException {
    server =
        EmbeddedDatabase.durable(
            directory.resolve("data"),
            directory.resolve("binaries"),
            directory.resolve("postgres.log"),
            freePort(),
            SUPERUSERS_PASSWORD);
  }

  @AfterAll
  static void stopServer() throws IOException {
    server.close();
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    programs.forEach(Program::close);
    asSuperuser("postgres", "DROP DATABASE IF EXISTS watchbill WITH (FORCE)");
  }

  @Test
  void aPreparedDatabaseHasAllSchemasWhenItEnds() throws Exception {
    server.prepare(DATABASE, PASSWORDS);

    Program program = run(settings());

    assertThat(program.status()).as(program.log().toString()).isZero();
    assertThat(program.log())
        .anyMatch(line -> line.contains("The database is migrated."))
        .noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
    assertThat(rows("SELECT schemaname FROM pg_tables WHERE tablename = 'flyway_schema_history'"))
        .containsExactlyInAnyOrderElementsOf(Schema.names());
    assertThat(migrated(program)).containsExactlyElementsOf(Schema.names());
  }

  @Test
  void whatTheLaptopAndTheTestsMigrateIsTheSame() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    server.migrate(DATABASE, OWNERS_PASSWORD, MigrationIT.class.getClassLoader());
    List<String> before = histories();

    Program program = run(settings());

    assertThat(program.status()).as(program.log().toString()).isZero();
    assertThat(program.log())
        .filteredOn(line -> line.contains("No migration necessary"))
        .hasSameSizeAs(Schema.values());
    assertThat(histories()).isNotEmpty().isEqualTo(before);
  }

  @Test
  void aDatabaseOfAnEarlierReleaseGetsWhatIsNew() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    Flyway.configure(MigrationIT.class.getClassLoader())
        .dataSource("jdbc:" + server.url(DATABASE), DatabaseRole.OWNER.sqlName(), OWNERS_PASSWORD)
        .schemas("rotation")
        .createSchemas(false)
        .locations("classpath:db/kit", "classpath:db/rotation")
        .target("28")
        .load()
        .migrate();
    List<String> before = rows(ROTATIONS);

    Program program = run(settings());

    assertThat(program.status()).as(program.log().toString()).isZero();
    assertThat(rows(ROTATIONS)).startsWith(before.toArray(String[]::new)).contains("85");
  }

  @Test
  void twoAtOnceDoNoHarm() throws Exception {
    server.prepare(DATABASE, PASSWORDS);

    Program one = run(settings());
    Program other = run(settings());

    assertThat(one.status()).as(one.log().toString()).isZero();
    assertThat(other.status()).as(other.log().toString()).isZero();
    assertThat(rows("SELECT version FROM incident.flyway_schema_history"))
        .isNotEmpty()
        .doesNotHaveDuplicates();
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws Exception {
    Program program =
        run(
            with(
                "WATCHBILL_DATABASE_URL",
                "postgresql://localhost:" + freePort() + "/watchbill",
                "WATCHBILL_DATABASE_PATIENCE",
                "0s"));

    assertThatItRefuses(program, "cannot be reached");
  }

  @Test
  void whatIsNoAddressIsRefused() throws Exception {
    assertThatItRefuses(
        run(with("WATCHBILL_DATABASE_URL", "mysql://localhost")),
        "watchbill.database.url is no address");
  }

  @Test
  void aWrongPasswordIsNotTriedAgain() throws Exception {
    server.prepare(DATABASE, PASSWORDS);

    Program program = run(with("WATCHBILL_DATABASE_PASSWORD", "wrong"));

    assertThatItRefuses(program, "does not let watchbill_owner in");
    assertThat(program.log()).noneMatch(line -> line.contains("Waiting"));
  }

  @Test
  void aMissingPasswordIsNotTriedAgain() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    Map<String, String> settings = settings();
    settings.remove("WATCHBILL_DATABASE_PASSWORD");

    assertThatItRefuses(run(settings), "no password was provided");
  }

  @Test
  void aDatabaseThatIsNotThereIsNamed() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    asSuperuser("postgres", "DROP DATABASE watchbill");

    assertThatItRefuses(run(settings()), "There is no such database");
  }

  @Test
  void aDatabaseThatIsNotPreparedIsRefusedWithWhatIsMissing() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    asSuperuser(DATABASE, "DROP SCHEMA incident", "ALTER SCHEMA access OWNER TO postgres");

    assertThatItRefuses(run(settings()), "is not prepared: schema access, schema incident missing");
  }

  @Test
  void aServerThatOnlyReadsIsRefusedInTheEnd() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    readOnly(true);

    Program program = run(with("WATCHBILL_DATABASE_PATIENCE", "1s"));

    assertThatItRefuses(program, "takes no writes");
  }

  @Test
  void itGoesOnWhenWhatWasInTheWayHasPassed() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    readOnly(true);
    Program program = run(with("WATCHBILL_DATABASE_PATIENCE", "60s"));
    program.awaitLine("Waiting.");

    readOnly(false);

    assertThat(program.status()).as(program.log().toString()).isZero();
  }

  @Test
  void aSchemaOfANewerReleaseIsLeftAlone() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    server.migrate(DATABASE, OWNERS_PASSWORD, MigrationIT.class.getClassLoader());
    asOwner(
        """
        INSERT INTO incident.flyway_schema_history
          SELECT 1000, '999', 'later', type, 'V999__later.sql', 1, installed_by, now(), 1, true
            FROM incident.flyway_schema_history WHERE version = '1'
        """);

    assertThatItRefuses(
        run(settings()), "The schema incident is of a newer release: it has version 999");
  }

  @Test
  void aMigrationThatWasEditedIsFound() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    server.migrate(DATABASE, OWNERS_PASSWORD, MigrationIT.class.getClassLoader());
    asOwner("UPDATE rotation.flyway_schema_history SET checksum = 1 WHERE version = '2'");

    assertThatItRefuses(run(settings()), "The schema rotation is not migrated:");
  }

  @Test
  void aDatabaseThatAnotherInstallationUsesIsRefused() throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    server.migrate(DATABASE, OWNERS_PASSWORD, MigrationIT.class.getClassLoader());
    runningNow("https://on-call.example.org");

    Program stranger =
        run(
            with(
                "WATCHBILL_PUBLIC_URL", "https://staging.example.org",
                "WATCHBILL_LINK_SECRET", "another secret of letters",
                "WATCHBILL_DATABASE_PATIENCE", "0s"));
    Program underAnotherUrl =
        run(
            with(
                "WATCHBILL_PUBLIC_URL", "https://pages.example.org",
                "WATCHBILL_LINK_SECRET", "a secret of 22 letters"));
    Program withoutItsSecret = run(with("WATCHBILL_PUBLIC_URL", "https://on-call.example.org/"));

    assertThatItRefuses(
        stranger, "is in use by another installation, reached at https://on-call.example.org");
    assertThat(underAnotherUrl.status()).as(underAnotherUrl.log().toString()).isZero();
    assertThat(withoutItsSecret.status()).as(withoutItsSecret.log().toString()).isZero();
  }

  /** As the escalation-service notes it, whose secret is "a secret of 22 letters". */
  private static void runningNow(String publicUrl) throws SQLException {
    asOwner(
        """
        INSERT INTO escalation.replica_note (replica, number, noted_at, server, secrets, public_url)
        VALUES (gen_random_uuid(), 1, now(), 'same', array['91fa293e6caf568a'], '%s')
        """
            .formatted(publicUrl));
  }

  @Test
  void theServersCertificateIsChecked(@TempDir Path own, @TempDir Path others) throws Exception {
    server.prepare(DATABASE, PASSWORDS);
    Authority authority = Authority.make(own);
    authority.writeCertificate(directory.resolve("data/server.crt"));
    authority.writeKey(directory.resolve("data/server.key"));
    asSuperuser("postgres", "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()");
    authority.writeCertificate(own.resolve("ca.crt"));
    Authority.make(others).writeCertificate(others.resolve("ca.crt"));

    Program trusting = run(verifying(own.resolve("ca.crt")));
    Program distrusting = run(verifying(others.resolve("ca.crt")));

    assertThat(trusting.status()).as(trusting.log().toString()).isZero();
    assertThatItRefuses(distrusting, "cannot be reached: SSL error");
  }

  private static Map<String, String> verifying(Path authority) {
    return with(
        "WATCHBILL_DATABASE_URL",
        server.url(DATABASE) + "?sslmode=verify-full",
        "WATCHBILL_DATABASE_ROOT_CERTIFICATE",
        authority.toString(),
        "WATCHBILL_DATABASE_PATIENCE",
        "0s");
  }

  private Program run(Map<String, String> environment) {
    Program program = Program.start(environment);
    programs.add(program);
    return program;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("WATCHBILL_DATABASE_URL", server.url(DATABASE));
    settings.put("WATCHBILL_DATABASE_PASSWORD", OWNERS_PASSWORD);
    return settings;
  }

  private static Map<String, String> with(String... namesAndValues) {
    Map<String, String> settings = settings();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      settings.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return settings;
  }

  /** With one line that says why, and no more. */
  private static void assertThatItRefuses(Program program, String why) throws Exception {
    assertThat(program.status()).as(program.log().toString()).isEqualTo(1);
    assertThat(program.log())
        .filteredOn(line -> line.contains("ERROR"))
        .singleElement()
        .asString()
        .contains(why);
    assertThat(program.log())
        .noneMatch(line -> line.startsWith("\tat ") || line.contains(OWNERS_PASSWORD));
  }

  /** The schemas in the order in which the program says that it migrates them. */
  private static List<String> migrated(Program program) {
    return program.log().stream()
        .filter(line -> line.contains("Successfully applied"))
        .map(line -> line.replaceAll(".* to schema \"(\\w+)\".*", "$1"))
        .toList();
  }

  private static List<String> histories() throws SQLException {
    return rows(
        Stream.of(Schema.values())
            .map(
                schema ->
                    "SELECT concat_ws(' ', '%1$s', version, description, checksum, installed_on) FROM %1$s.flyway_schema_history"
                        .formatted(schema.sqlName()))
            .collect(Collectors.joining(" UNION ALL ", "", " ORDER BY 1")));
  }

  private static void readOnly(boolean on) throws SQLException {
    asSuperuser(
        "postgres",
        "ALTER ROLE watchbill_owner IN DATABASE watchbill SET default_transaction_read_only = "
            + on);
  }

  private static List<String> rows(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect(DATABASE, "postgres", SUPERUSERS_PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        rows.add(result.getString(1));
      }
    }
    return rows;
  }

  private static void asSuperuser(String database, String... statements) throws SQLException {
    run(connect(database, "postgres", SUPERUSERS_PASSWORD), statements);
  }

  private static void asOwner(String... statements) throws SQLException {
    run(connect(DATABASE, DatabaseRole.OWNER.sqlName(), OWNERS_PASSWORD), statements);
  }

  private static void run(Connection opened, String... statements) throws SQLException {
    try (Connection connection = opened;
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static Connection connect(String database, String user, String password)
      throws SQLException {
    return DriverManager.getConnection("jdbc:" + server.url(database), user, password);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
