package io.watchbill.rotation;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.HostileCaller;

@QuarkusTest
class HostileCallerTest extends HostileCaller {
  @Override
  protected String posted() {
    return "/v1/feeds";
  }
}
