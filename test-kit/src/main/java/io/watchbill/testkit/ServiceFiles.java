package io.watchbill.testkit;

import org.junit.jupiter.api.Test;

/**
 * What holds of every service's files, so that it need not be asked of the packaged service again.
 * A test in the service's root package extends this one.
 */
public abstract class ServiceFiles {

  @Test
  void everyOperationIsExplainedWithExamples() {
    PublishedApi.assertEveryOperationIsExplained();
  }

  @Test
  void whatJacksonReadsIsRegisteredForTheNativeExecutable() {
    NativeRegistrations.assertComplete(getClass().getPackageName());
  }
}
