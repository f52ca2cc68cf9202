package io.watchbill.testkit;

import org.junit.jupiter.api.Test;

/**
 * Rules for every service's files that need not be tested on the packaged service again. A test in
 * the service's root package extends this one.
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
