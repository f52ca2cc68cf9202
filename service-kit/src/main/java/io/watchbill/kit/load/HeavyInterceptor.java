package io.watchbill.kit.load;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.source.Sources;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Takes the turns of {@link Heavy} endpoints; each lasts until its answer is written. All of them,
 * those of services too, compute within their deadline.
 */
@Heavy
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class HeavyInterceptor {
  private final HeavyWork work;
  private final SecurityIdentity identity;
  private final Sources sources;

  HeavyInterceptor(HeavyWork work, SecurityIdentity identity, Sources sources) {
    this.work = work;
    this.identity = identity;
    this.sources = sources;
  }

  @AroundInvoke
  Object inTurn(InvocationContext context) throws Exception {
    if (identity.getPrincipal() instanceof Principal known
        && known.kind() == Principal.Kind.SERVICE) {
      return work.compute(context::proceed);
    }
    String name = name();
    if (!work.enter(name)) {
      throw new Problem(
          KitError.UNAVAILABLE, "Too much is being computed at the same time; send it again.");
    }
    CurrentRequestManager.get().registerCompletionCallback(failure -> work.leave(name));
    return work.compute(context::proceed);
  }

  /** Callers without a key of their own, such as readers of feeds, are named by their source. */
  private String name() {
    if (identity.getPrincipal() instanceof Principal known) {
      return known.getName();
    }
    RoutingContext routing = CurrentRequestManager.get().unwrap(RoutingContext.class);
    return "at " + sources.of(routing.request());
  }
}
