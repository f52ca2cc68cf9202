package io.watchbill.incident;

import io.watchbill.testkit.SuiteLog;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs last, and checks what the other tests logged. */
@Order(Integer.MAX_VALUE)
class LogsTest {

  @Test
  void noSecretStandsInTheLogsOfTheWholeSuite() {
    SuiteLog.assertWithoutSecrets();
  }

  @ParameterizedTest
  @ValueSource(strings = {"incidentId", "reference", "round", "integration"})
  void linesSayWhatTheyAreAbout(String field) {
    SuiteLog.assertTells(field);
  }

  @Test
  void theSuiteLoggedInDetailAndUsedSecrets() {
    SuiteLog.assertThatThereWasSomethingToFind();
  }
}
