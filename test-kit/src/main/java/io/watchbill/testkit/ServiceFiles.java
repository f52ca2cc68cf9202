package io.watchbill.testkit;

import org.junit.jupiter.api.Test;

/**
 * What holds for every service's files and need not be tested on the packaged service again. A test
 * in the service's root package extends this one.
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
