package io.watchbill.kit.log;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Marks the log lines of this thread until it is closed, by fields of their own in the JSON of a
 * log, so that all lines of one incident are found by its id.
 *
 * <pre>{@code
 * try (var about = LogContext.with(LogContext.INCIDENT, id)) {
 *   …
 * }
 * }</pre>
 */
public final class LogContext implements AutoCloseable {
  public static final String INCIDENT = "incidentId";
  public static final String REFERENCE = "reference";
  public static final String ROUND = "round";
  public static final String ESCALATION = "escalationId";
  public static final String DELIVERY = "deliveryId";
  public static final String PAGE = "pageId";
  public static final String INTEGRATION = "integration";

  private final Map<String, Object> before = new LinkedHashMap<>();

  private LogContext() {}

  /** Begins with one field. */
  public static LogContext with(String field, Object value) {
    return new LogContext().and(field, value);
  }

  /** One more field; a value that is null leaves things as they are. */
  public LogContext and(String field, @Nullable Object value) {
    if (value != null) {
      if (!before.containsKey(field)) {
        before.put(field, MDC.get(field));
      }
      MDC.put(field, value.toString());
    }
    return this;
  }

  /** The fields are again what they were before. */
  @Override
  public void close() {
    before.forEach(
        (field, value) -> {
          if (value == null) {
            MDC.remove(field);
          } else {
            MDC.put(field, value);
          }
        });
  }
}
