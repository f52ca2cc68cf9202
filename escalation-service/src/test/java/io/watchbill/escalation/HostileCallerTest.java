package io.watchbill.escalation;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.HostileCaller;

@QuarkusTest
class HostileCallerTest extends HostileCaller {
  @Override
  protected String posted() {
    return "/v1/policies/some/tests";
  }
}
