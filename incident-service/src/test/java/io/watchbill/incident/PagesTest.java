package io.watchbill.incident;

import static io.watchbill.incident.Api.opened;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.ServicePages;
import java.util.List;

@QuarkusTest
class PagesTest extends ServicePages {

  @Override
  protected List<String> pages() {
    return List.of(
        "/",
        "/incidents",
        "/incidents/new",
        "/incidents/" + opened("P2"),
        "/test-pages",
        "/integrations",
        "/integrations/new",
        "/severities",
        "/incoming",
        "/offline",
        "/parked-events/incident");
  }
}
