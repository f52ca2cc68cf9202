package io.watchbill.kit.trace;

import io.opentelemetry.api.trace.SpanKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;

/**
 * Carries the trace of this thread to a peer service, and makes a span of the call. A call that
 * gets no answer has no span: that around it tells of the failure.
 */
@ApplicationScoped
public class TracedCalls implements ClientRequestFilter, ClientResponseFilter {
  private static final String SPAN = TracedCalls.class.getName();

  /** Where Quarkus keeps the route of a call for its metrics. */
  private static final String ROUTE = "UrlPathTemplate";

  private static final int FAILED = 400;

  private final Traces traces;

  TracedCalls(Traces traces) {
    this.traces = traces;
  }

  @Override
  public void filter(ClientRequestContext request) {
    Object route = request.getProperty(ROUTE);
    String name = route == null ? request.getMethod() : request.getMethod() + " " + route;
    Traced span = traces.part(name, SpanKind.CLIENT);
    String traceparent = span.traceparent();
    if (traceparent != null) {
      span.with("http.request.method", request.getMethod());
      request.getHeaders().putSingle(TraceParent.HEADER, traceparent);
      request.setProperty(SPAN, span);
    }
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    if (request.getProperty(SPAN) instanceof Traced span) {
      span.with("http.response.status_code", response.getStatus());
      if (response.getStatus() >= FAILED) {
        span.failed(String.valueOf(response.getStatus()));
      }
      span.close();
    }
  }
}
