package io.watchbill.kit.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Keeps bodies that are read whole small. Paths that read their bodies as a stream, with a limit of
 * their own, are named by {@code watchbill.http.streamed-paths}.
 */
public class BodyLimit {
  private final long limit;
  private final List<String> streamed;

  BodyLimit(
      @ConfigProperty(name = "watchbill.http.max-json-body") MemorySize limit,
      @ConfigProperty(name = "watchbill.http.streamed-paths") Optional<List<String>> streamed) {
    this.limit = limit.asLongValue();
    this.streamed = streamed.orElse(List.of());
  }

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    if (request.getLength() > limit
        && streamed.stream().noneMatch(request.getUriInfo().getPath()::startsWith)) {
      throw new Problem(KitError.TOO_LARGE, "The body may have at most " + limit + " bytes.");
    }
  }
}
