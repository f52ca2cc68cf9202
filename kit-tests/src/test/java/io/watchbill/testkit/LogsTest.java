package io.watchbill.testkit;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all that start the service, and looks back on what they logged. */
@Order(Integer.MAX_VALUE)
class LogsTest {

  @Test
  void noSecretStandsInTheLogsOfTheWholeSuite() {
    SuiteLog.assertWithoutSecrets();
  }

  @Test
  void theSuiteLoggedInDetailAndUsedSecrets() {
    SuiteLog.assertThatThereWasSomethingToFind();
  }
}
