package io.watchbill.incident;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.ServiceDoors;

@QuarkusTest
class DoorsTest extends ServiceDoors {

  @Override
  protected String list() {
    return "/v1/incidents";
  }
}
