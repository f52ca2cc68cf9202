package io.watchbill.kit.trace;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Makes one span of each request that an endpoint takes, named by its route. The path itself is
 * left out: it may hold the token of a link or a key. What is refused before makes no span: without
 * a key nobody causes any but at what is open to all.
 */
public class TracedRequests {
  private static final String SPAN = TracedRequests.class.getName();

  /** Where Quarkus keeps the route of a request for its metrics. */
  private static final String ROUTE = "UrlPathTemplate";

  private static final int FAILED = 500;

  private final Traces traces;
  private final CurrentVertxRequest current;

  TracedRequests(Traces traces, CurrentVertxRequest current) {
    this.traces = traces;
    this.current = current;
  }

  @ServerRequestFilter
  void begin(ContainerRequestContext request) {
    if (!traces.isOn()) {
      return;
    }
    String route = route();
    String name = route == null ? request.getMethod() : request.getMethod() + " " + route;
    Traced span = traces.request(name, request.getHeaderString(TraceParent.HEADER)).here();
    span.with("http.request.method", request.getMethod());
    if (route != null) {
      span.with("http.route", route);
    }
    request.setProperty(SPAN, span);
  }

  @ServerResponseFilter
  void end(ContainerRequestContext request, ContainerResponseContext response) {
    if (request.getProperty(SPAN) instanceof Traced span) {
      span.with("http.response.status_code", response.getStatus());
      if (response.getStatus() >= FAILED) {
        span.failed(String.valueOf(response.getStatus()));
      }
      span.close();
    }
  }

  private @Nullable String route() {
    return current.getCurrent().request() instanceof HttpServerRequestInternal request
        ? request.context().getLocal(ROUTE)
        : null;
  }
}
