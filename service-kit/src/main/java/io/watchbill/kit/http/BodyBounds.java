package io.watchbill.kit.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * Bounds what all bodies together may hold in memory. A body is read only once its sender's key has
 * been accepted, and it counts until its request is answered.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
public class BodyBounds implements ReaderInterceptor {
  private final Bodies bodies;

  BodyBounds(Bodies bodies) {
    this.bodies = bodies;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    ResteasyReactiveRequestContext request = CurrentRequestManager.get();
    RoutingContext routing = request.unwrap(RoutingContext.class);
    BodyBudget.Lease lease = bodies.lease(routing);
    request.registerCompletionCallback(failure -> lease.close());
    BoundedBody body = bodies.bounded(context.getInputStream(), routing, lease);
    body.expect(request.serverRequest().getRequestHeader("Content-Length"));
    context.setInputStream(body);
    request.setInputStream(body);
    return context.proceed();
  }
}
