package io.watchbill.escalation;

import io.watchbill.kit.problem.Problem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses control characters in paths and queries: no name may have any, and the database stores
 * none.
 */
class PrintableUri {

  @ServerRequestFilter(preMatching = true)
  void check(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String query = uri.getRequestUri().getQuery();
    if (hasControl(uri.getPath(true)) || (query != null && hasControl(query))) {
      throw Problem.invalid("", "The address has control characters.");
    }
  }

  private static boolean hasControl(String text) {
    return text.chars().anyMatch(Character::isISOControl);
  }
}
