package io.watchbill.kit.trace;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code traceparent} of W3C Trace Context. Its companion {@code tracestate} is neither
 * read nor sent: it is a text of strangers.
 */
final class TraceParent {
  static final String HEADER = "traceparent";

  private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();
  private static final TextMapGetter<String> GETTER =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of(HEADER);
        }

        @Override
        public @Nullable String get(@Nullable String traceparent, String name) {
          return HEADER.equals(name) ? traceparent : null;
        }
      };

  private TraceParent() {}

  /** Returns the context that the header names; one without a span if it is malformed. */
  static Context read(String traceparent) {
    return FORM.extract(Context.root(), traceparent, GETTER);
  }

  /** Returns the header for a context; null if it has no span. */
  static @Nullable String of(Context context) {
    Map<String, String> headers = new HashMap<>();
    FORM.inject(context, headers, (carrier, name, value) -> headers.put(name, value));
    return headers.get(HEADER);
  }
}
