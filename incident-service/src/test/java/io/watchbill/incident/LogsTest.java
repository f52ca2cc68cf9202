package io.watchbill.incident;

import io.watchbill.testkit.ServiceLogs;
import java.util.List;
import org.junit.jupiter.api.Order;

/** Runs last, and checks what the other tests logged. */
@Order(Integer.MAX_VALUE)
class LogsTest extends ServiceLogs {

  @Override
  protected List<String> fields() {
    return List.of("incidentId", "reference", "round", "integration");
  }
}
