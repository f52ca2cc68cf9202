package io.watchbill.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObstacleTest {
  @ParameterizedTest
  @CsvSource({
    "08001, true", // refused
    "08006, true", // no such host, no answer, TLS
    "57P03, true", // starting up
    "53300, true", // too many connections
    "08004, false", // no password given
    "28P01, false", // wrong password
    "28000, false", // not in pg_hba.conf
    "3D000, false", // no such database
    "42501, false", // may not connect
    "XX000, false"
  })
  void whatMayPassIsWaitedFor(String state, boolean passes) {
    assertThat(of(new SQLException("no", state)).passes()).isEqualTo(passes);
  }

  @Test
  void itSaysWhatTheDriverAndItsCauseSayOnOneLine() {
    SQLException failure =
        new SQLException("The attempt\n  failed.", "08001", new UnknownHostException("db"));

    assertThat(of(failure).text())
        .isEqualTo(
            "Postgres at db:5432/w cannot be reached: The attempt failed. (java.net.UnknownHostException: db)");
  }

  @Test
  void aFailureWithoutAStateIsNotWaitedFor() {
    assertThat(of(new SQLException()).passes()).isFalse();
  }

  private static Obstacle of(SQLException failure) {
    return Obstacle.of(failure, "watchbill_owner", "db:5432/w");
  }
}
