package io.watchbill.kit.trace;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Begins the spans of this service. A trace begins with a request; whatever that leads to continues
 * it, also what a loop does later for a row that carries a {@code traceparent}. What no trace led
 * to makes no span. While tracing is off, which is the default, nothing is made at all.
 */
@ApplicationScoped
public class Traces {
  private final boolean on;
  private final Tracer tracer;

  Traces(
      OpenTelemetry telemetry,
      @ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off) {
    this.on = !off;
    this.tracer = telemetry.getTracer("io.watchbill");
  }

  boolean isOn() {
    return on;
  }

  /**
   * Begins the span of a request.
   *
   * @param traceparent as the caller has sent it; one that is malformed counts as none
   */
  Traced request(String name, @Nullable String traceparent) {
    Context parent = traceparent == null ? Context.root() : TraceParent.read(traceparent);
    return begin(builder(name, SpanKind.SERVER).setParent(parent), parent);
  }

  /** Begins a span within that of this thread. */
  Traced part(String name, SpanKind kind) {
    return on ? within(Context.current(), name, kind) : Traced.NOT;
  }

  /**
   * Begins a span that continues a trace.
   *
   * @param traceparent as a row or an event carries it
   */
  public Traced continuing(@Nullable String traceparent, String name, SpanKind kind) {
    return on && traceparent != null
        ? within(TraceParent.read(traceparent), name, kind)
        : Traced.NOT;
  }

  /**
   * Begins the span of work for several traces at once: within theirs if it is one and the same,
   * else in a trace of its own that links to them.
   */
  public Traced together(Collection<@Nullable String> traceparents, String name, SpanKind kind) {
    if (!on) {
      return Traced.NOT;
    }
    List<String> known = traceparents.stream().filter(Objects::nonNull).distinct().toList();
    if (known.size() < 2) {
      return continuing(known.isEmpty() ? null : known.getFirst(), name, kind);
    }
    SpanBuilder builder = builder(name, kind).setNoParent();
    known.forEach(one -> builder.addLink(Span.fromContext(TraceParent.read(one)).getSpanContext()));
    return begin(builder, Context.root());
  }

  /** Returns what a row carries to continue the trace of this thread; null without one. */
  public @Nullable String current() {
    return on ? TraceParent.of(Context.current()) : null;
  }

  private SpanBuilder builder(String name, SpanKind kind) {
    return tracer.spanBuilder(name).setSpanKind(kind);
  }

  private static Traced begin(SpanBuilder builder, Context parent) {
    return Traced.in(parent.with(builder.startSpan()));
  }

  private Traced within(Context parent, String name, SpanKind kind) {
    return Span.fromContext(parent).getSpanContext().isValid()
        ? begin(builder(name, kind).setParent(parent), parent)
        : Traced.NOT;
  }
}
