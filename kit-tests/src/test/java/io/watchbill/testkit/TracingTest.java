package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.logging.json.runtime.JsonFormatter;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.watchbill.kit.trace.Traced;
import io.watchbill.kit.trace.Traces;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/** What a request leads to is one trace, also what a loop does for it later. */
@QuarkusTest
@TestProfile(EndedSpans.TracingOn.class)
class TracingTest extends OfThings {
  private static final String PARENT = "b7ad6b7169203331";

  @Inject EndedSpans spans;
  @Inject Traces traces;

  private final String trace = UUID.randomUUID().toString().replace("-", "");
  private final String traceparent = "00-" + trace + "-" + PARENT + "-00";

  private SpanData span(String name) {
    return await()
        .until(
            () ->
                spans.all().stream()
                    .filter(span -> span.getTraceId().equals(trace))
                    .filter(span -> span.getName().equals(name))
                    .findFirst()
                    .orElse(null),
            found -> found != null);
  }

  @Test
  void anEventContinuesTheTraceOfTheRequestThatCausedIt() {
    as(TestKeys.admin())
        .header("traceparent", traceparent)
        .body(Map.of("id", unique("traced")))
        .post("/things")
        .then()
        .statusCode(201);

    SpanData request = span("POST /things");
    SpanData sending = span("send events");
    SpanData call = span("POST /v1/events");
    SpanData processing = span("process thing.made");
    assertThat(request.getParentSpanId()).isEqualTo(PARENT);
    assertThat(request.getKind()).isEqualTo(SpanKind.SERVER);
    assertThat(sending.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(processing.getParentSpanId()).isEqualTo(request.getSpanId());
    assertThat(processing.getKind()).isEqualTo(SpanKind.CONSUMER);
    await()
        .untilAsserted(
            () ->
                assertThat(spans.namesOf(trace))
                    .containsExactlyInAnyOrder(
                        "POST /things",
                        "send events",
                        "POST /v1/events",
                        "POST /v1/events",
                        "process thing.made"));
    assertThat(List.of(SpanKind.CLIENT, SpanKind.SERVER)).contains(call.getKind());
  }

  @Test
  void aTraceparentThatIsMalformedIsIgnored() {
    int before = spans.all().size();

    for (String malformed : List.of("", "00-1-2-3", "x".repeat(10_000), traceparent + "0")) {
      as(TestKeys.admin())
          .header("traceparent", malformed)
          .get("/things?limit=1")
          .then()
          .statusCode(200);
    }

    await().until(() -> spans.all().size() >= before + 4);
    assertThat(spans.namesOf(trace)).isEmpty();
  }

  @Test
  void aRequestIsNamedByItsRouteAndNothingSaysWithWhichKeyItCame() {
    String key = TestKeys.integration("traced");
    as(key)
        .header("traceparent", traceparent)
        .get("/things/by-key/{key}?note={key}", key, key)
        .then()
        .statusCode(200);

    SpanData span = span("GET /things/by-key/{key}");
    assertThat(span.getAttributes().asMap())
        .isEqualTo(
            Map.of(
                AttributeKey.stringKey("http.request.method"),
                "GET",
                AttributeKey.stringKey("http.route"),
                "/things/by-key/{key}",
                AttributeKey.longKey("http.response.status_code"),
                200L));
    assertThat(spans.leaks()).isEmpty();
  }

  @Test
  void aFailedRequestIsMarkedAndDoesNotSayWhy() {
    as(TestKeys.viewer())
        .header("traceparent", traceparent)
        .get("/things/undeclared-failure")
        .then()
        .statusCode(500);

    assertThat(span("GET /things/undeclared-failure").getStatus().getStatusCode())
        .isEqualTo(StatusCode.ERROR);
    assertThat(spans.texts()).noneMatch(text -> text.contains("the secret cause"));
  }

  @Test
  void aRefusedRequestMakesNoSpan() {
    as("wb_nobodynobody_" + "0".repeat(32))
        .header("traceparent", traceparent)
        .get("/things")
        .then()
        .statusCode(401);
    as(TestKeys.viewer()).get("/q/health/live").then().statusCode(200);

    assertThat(spans.namesOf(trace)).isEmpty();
  }

  @Test
  void theLogOfARequestNamesItsTrace() {
    as(TestKeys.viewer())
        .header("traceparent", traceparent)
        .get("/things/logged-trace")
        .then()
        .body(equalTo(trace));
  }

  @Test
  void theJsonOfALogNamesTraceAndSpanOfALoop() {
    String line;
    try (Traced span = traces.continuing(traceparent, "loop", SpanKind.INTERNAL).here()) {
      ExtLogRecord record = new ExtLogRecord(Level.INFO, "said", getClass().getName());
      record.copyMdc();
      line = new JsonFormatter().format(record);
    }

    assertThat(line).contains("\"traceId\":\"" + trace + "\"");
    assertThat(line).contains("\"spanId\":\"" + span("loop").getSpanId() + "\"");
  }

  @Test
  void workForSeveralTracesLinksToThem() {
    String other = traceparent.replace(trace, "0af7651916cd43dd8448eb211c80319c");

    traces.together(List.of(traceparent, other, traceparent), "many", SpanKind.PRODUCER).close();

    SpanData many =
        await()
            .until(
                () -> spans.all().stream().filter(span -> span.getName().equals("many")).toList(),
                found -> !found.isEmpty())
            .getFirst();
    assertThat(many.getLinks())
        .extracting(link -> link.getSpanContext().getTraceId())
        .containsExactly(trace, "0af7651916cd43dd8448eb211c80319c");
    assertThat(many.getTraceId()).isNotIn(trace, "0af7651916cd43dd8448eb211c80319c");
  }
}
