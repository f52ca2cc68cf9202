package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.kit.log.LogContext;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

class LogContextTest {

  @Test
  void afterItAllIsAsBefore() {
    try (LogContext outer = LogContext.with(LogContext.ROUND, 1)) {
      try (LogContext inner =
          LogContext.with(LogContext.ROUND, 2).and(LogContext.ROUND, 3).and("other", null)) {
        assertThat(MDC.get(LogContext.ROUND)).isEqualTo("3");
      }
      assertThat(MDC.get(LogContext.ROUND)).isEqualTo("1");
    }
    assertThat(MDC.get(LogContext.ROUND)).isNull();
  }
}
