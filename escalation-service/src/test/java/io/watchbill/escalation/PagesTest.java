package io.watchbill.escalation;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.PeerServices;
import io.watchbill.testkit.ServicePages;
import java.util.List;

@QuarkusTest
@QuarkusTestResource(PeerServices.class)
class PagesTest extends ServicePages {

  @Override
  protected List<String> pages() {
    return List.of(
        "/policies", "/policies/new", "/messages", "/alarms", "/parked-events/escalation");
  }
}
