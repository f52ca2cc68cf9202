package io.watchbill.rotation;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.ServiceEndpoints;

@QuarkusTest
class EndpointsTest extends ServiceEndpoints {

  @Override
  protected String service() {
    return "rotation";
  }

  @Override
  protected String list() {
    return "/v1/people";
  }
}
