package io.watchbill.kit.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.finding.Finding;
import io.watchbill.kit.finding.Verdict;
import io.watchbill.kit.health.DatabaseCondition.HeldSnapshot;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseConditionTest {
  private static final int READER = 3;
  private static final int MADE_FOR = 85;
  private static final int POOL = 20;

  private static List<Finding> of(
      int number, boolean standby, boolean readOnly, int oldest, int left, long held) {
    return of(number, standby, readOnly, oldest, MADE_FOR, left, held);
  }

  private static List<Finding> of(
      int number, boolean standby, boolean readOnly, int oldest, int schema, int left, long held) {
    return new DatabaseCondition(
            "18.1",
            number,
            standby,
            readOnly,
            oldest,
            schema,
            left,
            Optional.of(new HeldSnapshot("Session 7 of backup", held)))
        .findings(READER, MADE_FOR, POOL);
  }

  private static void assertOne(List<Finding> findings, Verdict verdict, String text) {
    assertThat(findings)
        .singleElement()
        .returns(verdict, Finding::verdict)
        .returns(text, Finding::text);
  }

  @Test
  void oneThatIsFineIsOneFinding() {
    assertOne(
        of(180001, false, false, 3, 20, 100_000),
        Verdict.OK,
        "Postgres 18.1 takes writes, has 20 connections left, and its schema fits.");
  }

  @Test
  void oneThatIsTooOldFails() {
    assertOne(
        of(149999, false, false, 3, 50, 0),
        Verdict.FAIL,
        "Postgres 18.1 is too old: Watchbill needs 15 or newer.");
    assertThat(of(150000, false, false, 3, 50, 0))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.OK);
  }

  @Test
  void theMigrationsDemandTheSameVersion() throws Exception {
    Path migrations = Path.of("../migrations/src/main/java/io/watchbill/migrations/Condition.java");

    assertThat(Files.readString(migrations)).contains("OLDEST = 150_000;");
    assertThat(DatabaseCondition.OLDEST).isEqualTo(150_000);
  }

  @Test
  void oneThatOnlyReadsFails() {
    assertOne(
        of(180001, true, true, 3, 50, 0),
        Verdict.FAIL,
        "This Postgres is a standby, which only reads: nothing is accepted.");
    assertOne(
        of(180001, false, true, 3, 50, 0),
        Verdict.FAIL,
        "Postgres takes no writes from this service: nothing is accepted.");
  }

  @Test
  void aSchemaThatIsTooNewFails() {
    assertOne(
        of(180001, false, false, 4, 50, 0),
        Verdict.FAIL,
        "The schema serves programs from reader 4 on, and this one is reader 3.");
  }

  @Test
  void aSchemaThatWasNotMigratedFails() {
    assertOne(
        of(180001, false, false, 3, 84, 50, 0),
        Verdict.FAIL,
        "The schema is at version 84, and this program needs 85.");
    assertThat(of(180001, false, false, 3, 86, 50, 0))
        .extracting(Finding::verdict)
        .containsOnly(Verdict.OK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"incident", "rotation", "escalation"})
  void aServiceIsMadeForTheNewestMigrationOfItsSchema(String service) throws Exception {
    Properties properties = new Properties();
    Path file = Path.of("../" + service + "-service/src/main/resources/application.properties");
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }

    assertThat(properties.getProperty("watchbill.schema-version"))
        .as("a new migration moves watchbill.schema-version of the %s-service", service)
        .isEqualTo(String.valueOf(Math.max(newest("kit"), newest(service))));
  }

  private static int newest(String schema) throws IOException {
    try (Stream<Path> all = Files.list(Path.of("../migrations/src/main/resources/db", schema))) {
      return all.map(file -> file.getFileName().toString())
          .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
          .max()
          .orElseThrow();
    }
  }

  @Test
  void tooFewConnectionsForOneMoreProcessAreAWarning() {
    assertOne(
        of(180001, false, false, 3, 19, 0),
        Verdict.WARN,
        "Postgres has 19 connections left, and one more process may take 20.");
    assertThat(of(180001, false, false, 3, -2, 0).getFirst().text()).contains(" 0 connections");
  }

  @Test
  void aSnapshotThatIsHeldForLongIsAWarning() {
    assertThat(of(180001, false, false, 3, 50, 100_001))
        .singleElement()
        .returns(Verdict.WARN, Finding::verdict)
        .extracting(Finding::text)
        .asString()
        .startsWith("Session 7 of backup has held a snapshot for 100001 transactions: ");
  }

  @Test
  void allThatIsWrongIsSaid() {
    assertThat(of(140000, false, true, 4, 0, 200_000)).hasSize(5);
  }
}
