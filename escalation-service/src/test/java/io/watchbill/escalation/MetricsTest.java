package io.watchbill.escalation;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MetricsTable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, so that the traffic of the whole suite has made whatever metrics it makes. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class MetricsTest {

  @Test
  void theServedMetricsAreThoseOfTheTable() {
    MetricsTable.assertServedByTheTable("escalation");
  }
}
