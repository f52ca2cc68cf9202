package io.watchbill.rotation;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.ServiceDoors;

@QuarkusTest
class DoorsTest extends ServiceDoors {

  @Override
  protected String list() {
    return "/v1/people";
  }
}
