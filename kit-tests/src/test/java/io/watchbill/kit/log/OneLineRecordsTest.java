package io.watchbill.kit.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

class OneLineRecordsTest {

  private static String logged(String logger, String name) {
    ExtLogRecord record =
        new ExtLogRecord(Level.INFO, "made %s", ExtLogRecord.FormatStyle.PRINTF, "Test");
    record.setLoggerName(logger);
    record.setParameters(new Object[] {name});
    new OneLineRecords().isLoggable(record);
    return record.getFormattedMessage();
  }

  @Test
  void aNameForgesNoLine() {
    assertThat(logged("io.watchbill.x", "ann\n2026-01-01 INFO all is well"))
        .isEqualTo("made ann\\u000A2026-01-01 INFO all is well");
  }

  @Test
  void ordersToATerminalAreWrittenOut() {
    assertThat(logged("io.watchbill.x", "a\u009b2J\u001b[2Jb"))
        .isEqualTo("made a\\u009B2J\\u001B[2Jb");
    assertThat(logged("org.others", "a\u009bb\nc")).isEqualTo("made a\\u009Bb\nc");
  }

  @Test
  void whatIsFineStays() {
    assertThat(logged("io.watchbill.x", "Zo\u00eb 100%")).isEqualTo("made Zo\u00eb 100%");
  }
}
