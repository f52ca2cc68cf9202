package io.watchbill.escalation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Neighbourhood;
import io.watchbill.testkit.ServiceDoors;

@QuarkusTest
@QuarkusTestResource(Neighbourhood.class)
class DoorsTest extends ServiceDoors {

  @Override
  protected String list() {
    return "/v1/policies";
  }
}
