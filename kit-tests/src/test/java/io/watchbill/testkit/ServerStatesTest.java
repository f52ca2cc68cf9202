package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.database.DatabaseUnavailableException;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Postgres answers when it is at fault itself, not what was asked: it is tried again later.
 */
@QuarkusTest
class ServerStatesTest {
  @Inject Database database;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "53000", // insufficient resources
        "53100", // the disk is full
        "53200", // out of memory
        "53300", // too many connections
        "53400", // a limit of the configuration
        "57014", // the statement was cancelled
        "57P01", // an administrator's shutdown
        "57P03", // cannot connect now
        "58000", // a system error
        "58030" // an error of the disk
      })
  void aServerThatIsAtFaultIsUnavailableAndServesTheNext(String state) {
    assertThatThrownBy(() -> database.run(tx -> tx.query(raising(state))))
        .isInstanceOf(DatabaseUnavailableException.class);

    assertThat(database.<Boolean>read(tx -> tx.one("SELECT true AS t").orElseThrow().getBoolean(0)))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"XX000", "42P01", "0A000"})
  void whatWasAskedWronglyIsNot(String state) {
    assertThatThrownBy(() -> database.run(tx -> tx.query(raising(state))))
        .isNotInstanceOf(DatabaseUnavailableException.class);
  }

  private static String raising(String state) {
    return "DO $$ BEGIN RAISE EXCEPTION 'at fault' USING ERRCODE = '%s'; END $$".formatted(state);
  }
}
