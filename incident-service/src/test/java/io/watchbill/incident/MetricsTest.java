package io.watchbill.incident;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.MetricsTable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Runs last, so that the whole suite has produced its metrics. */
@QuarkusTest
@Order(Integer.MAX_VALUE)
class MetricsTest {

  @Test
  void whatIsServedIsWhatTheTableSays() {
    MetricsTable.assertServedByTheTable("incident");
  }
}
