package io.watchbill.incident;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.PublishedApi;
import org.junit.jupiter.api.Test;

/** The committed description is the one that the service publishes. */
@QuarkusTest
class OpenApiTest {

  @Test
  void theCommittedDescriptionIsThePublishedOne() {
    PublishedApi.assertCommitted();
  }

  @Test
  void everyOperationHasANameAndASummary() {
    PublishedApi.assertEveryOperationIsNamed();
  }
}
