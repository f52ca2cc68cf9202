package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyString;

import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Unless an installation turns it on, nothing is traced. */
@QuarkusTest
class TracingOffTest extends OfThings {
  private static final String TRACEPARENT =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @Inject EndedSpans spans;
  @Inject Traces traces;

  @ConfigProperty(name = "quarkus.otel.sdk.disabled")
  boolean disabled;

  @Test
  void nothingIsTracedStoredOrLogged() throws Exception {
    String id = unique("unreadable");
    as(TestKeys.admin())
        .header("traceparent", TRACEPARENT)
        .body(Map.of("id", id))
        .post("/things")
        .then()
        .statusCode(201);
    as(TestKeys.viewer())
        .header("traceparent", TRACEPARENT)
        .get("/things/logged-trace")
        .then()
        .body(emptyString());

    await().untilAsserted(() -> assertThat(stored(id)).isEqualTo("1 without a trace"));
    assertThat(disabled).isTrue();
    assertThat(spans.all()).isEmpty();
  }

  @Test
  void noSpanIsMadeForARowThatCarriesATrace() {
    try (Traced span = traces.continuing(TRACEPARENT, "loop", SpanKind.INTERNAL).here()) {
      assertThat(span.traceparent()).isNull();
      assertThat(traces.current()).isNull();
    }
  }

  private static String stored(String subject) throws Exception {
    try (Connection connection = ServerUnderTest.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) || ' without a trace' FROM incident.outbox WHERE traceparent IS"
                    + " NULL AND subject = '"
                    + subject
                    + "'")) {
      rows.next();
      return rows.getString(1);
    }
  }
}
