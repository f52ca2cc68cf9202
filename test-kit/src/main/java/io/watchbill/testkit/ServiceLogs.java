package io.watchbill.testkit;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What a service's whole suite logged. Runs last: annotate it with {@code
 * Order(Integer.MAX_VALUE)}.
 */
public abstract class ServiceLogs {

  /** Returns the fields that must stand in some lines. */
  protected List<String> fields() {
    return List.of();
  }

  @Test
  void noSecretIsLoggedByTheWholeSuite() {
    SuiteLog.assertWithoutSecrets();
  }

  @Test
  void linesSayWhatTheyAreAbout() {
    fields().forEach(SuiteLog::assertSays);
  }

  @Test
  void theSuiteLoggedInDetailAndUsedSecrets() {
    SuiteLog.assertThatThereWasSomethingToFind();
  }
}
