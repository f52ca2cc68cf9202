package io.watchbill.testkit;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.junit.QuarkusTestProfile;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes the spans of the service under test, as a collector would. */
@Singleton
public class EndedSpans implements SpanExporter {
  private final Queue<SpanData> spans = new ConcurrentLinkedQueue<>();

  /** Turns tracing on. */
  public static final class TracingOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "100ms");
    }
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> ended) {
    spans.addAll(ended);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }

  /** Returns all spans, in the order in which they ended. */
  public List<SpanData> all() {
    return List.copyOf(spans);
  }

  /** Returns the names of the spans of a trace. */
  public List<String> namesOf(String trace) {
    return all().stream()
        .filter(span -> span.getTraceId().equals(trace))
        .map(SpanData::getName)
        .toList();
  }

  /** Returns all that a collector can read in the spans. */
  public List<String> texts() {
    return all().stream()
        .flatMap(
            span ->
                Stream.concat(
                    Stream.of(span.getName(), span.getStatus().getDescription()),
                    Stream.concat(
                        span.getAttributes().asMap().values().stream(),
                        span.getEvents().stream().map(Object::toString))))
        .map(Object::toString)
        .collect(Collectors.toList());
  }

  /** Returns the secrets of the whole suite that stand in spans. */
  public List<String> leaks() {
    LeakCheck check = new LeakCheck(SeenSecrets.all());
    return texts().stream().flatMap(text -> check.leaks(text).stream()).toList();
  }
}
