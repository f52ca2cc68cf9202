package io.watchbill.escalation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.PeerServices;
import io.watchbill.testkit.ServiceEndpoints;

@QuarkusTest
@QuarkusTestResource(PeerServices.class)
class EndpointsTest extends ServiceEndpoints {

  @Override
  protected String service() {
    return "escalation";
  }

  @Override
  protected String list() {
    return "/v1/policies";
  }
}
