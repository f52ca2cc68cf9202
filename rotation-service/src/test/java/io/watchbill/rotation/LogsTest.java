package io.watchbill.rotation;

import io.watchbill.testkit.SuiteLog;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs after all tests that start the service, and checks what they logged. */
@Order(Integer.MAX_VALUE)
class LogsTest {

  @Test
  void noSecretIsLoggedByTheWholeSuite() {
    SuiteLog.assertWithoutSecrets();
  }

  @Test
  void theSuiteLoggedInDetailAndUsedSecrets() {
    SuiteLog.assertThatThereWasSomethingToFind();
  }
}
