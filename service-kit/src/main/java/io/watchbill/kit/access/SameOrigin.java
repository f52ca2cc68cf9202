package io.watchbill.kit.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.watchbill.kit.access.AccessMetrics.Refusal;
import io.watchbill.kit.problem.KitError;
import io.watchbill.kit.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps other sites from acting by the cookie of somebody who is signed in. Browsers say where a
 * request comes from in {@code Sec-Fetch-Site}, which pages cannot forge; without it, as by plain
 * http, {@code Origin} must be that of the public URL.
 */
@Singleton
public class SameOrigin {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** "none": typed by the person, or from a bookmark. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final PublicOrigin own;
  private final AccessMetrics metrics;

  SameOrigin(PublicOrigin own, AccessMetrics metrics) {
    this.own = own;
    this.metrics = metrics;
  }

  /**
   * Rejects a request that changes something unless it comes from a page of this origin.
   *
   * @throws Problem "cross-site"
   */
  public void demand(HttpServerRequest request) {
    if (!SAFE.contains(request.method()) && !isOwn(request)) {
      metrics.refused(Refusal.CROSS_SITE);
      throw new Problem(
          KitError.CROSS_SITE,
          "What a cookie authorizes is taken only from the pages of "
              + own.text()
              + ". Programs send a key: 'Authorization: Bearer …'.");
    }
  }

  private boolean isOwn(HttpServerRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site == null ? own.text().equals(request.getHeader("Origin")) : OWN.contains(site);
  }
}
