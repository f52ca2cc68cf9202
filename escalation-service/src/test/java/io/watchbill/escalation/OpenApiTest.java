package io.watchbill.escalation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Neighbourhood;
import io.watchbill.testkit.PublishedApi;
import org.junit.jupiter.api.Test;

/** The committed description is the one that the service publishes. */
@QuarkusTest
@QuarkusTestResource(Neighbourhood.class)
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
