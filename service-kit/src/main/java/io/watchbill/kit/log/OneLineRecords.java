package io.watchbill.kit.log;

import io.quarkus.logging.LoggingFilter;
import io.watchbill.kit.text.Shown;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Writes out, as {@code \\u009B}, what a terminal would take for an order, and line breaks in our
 * own records: a name that somebody typed forges no line of the log.
 */
@LoggingFilter(name = "one-line")
public final class OneLineRecords implements Filter {
  private static final String OURS = "io.watchbill";

  @Override
  public boolean isLoggable(LogRecord record) {
    if (record instanceof ExtLogRecord ours && ours.getLoggerName() != null) {
      String text = ours.getFormattedMessage();
      if (text != null) {
        show(ours, text);
      }
    }
    return true;
  }

  private static void show(ExtLogRecord record, String text) {
    String shown =
        record.getLoggerName().startsWith(OURS) ? Shown.escaped(text) : Shown.escapedText(text);
    if (!shown.equals(text)) {
      record.setMessage(shown, ExtLogRecord.FormatStyle.NO_FORMAT);
      record.setParameters(null);
    }
  }
}
