package io.watchbill.kit.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the session of a request by its cookie. A request with {@code Authorization}, or with a key
 * in its path, never uses the cookie.
 */
@ApplicationScoped
public class SessionMechanism implements HttpAuthenticationMechanism {
  private final SessionCookie cookie;
  private final SameOrigin sameOrigin;
  private final Sources sources;

  SessionMechanism(SessionCookie cookie, SameOrigin sameOrigin, Sources sources) {
    this.cookie = cookie;
    this.sameOrigin = sameOrigin;
    this.sources = sources;
  }

  /** Keys are looked for first. */
  @Override
  public int getPriority() {
    return HttpAuthenticationMechanism.DEFAULT_PRIORITY - 100;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Optional<String> token = cookie.in(context.request());
    if (token.isEmpty() || context.request().getHeader("Authorization") != null) {
      return Uni.createFrom().optional(Optional.empty());
    }
    try {
      sameOrigin.demand(context.request());
    } catch (Problem problem) {
      return Uni.createFrom().failure(problem);
    }
    return identities.authenticate(
        new SessionAuthenticationRequest(token.get(), sources.of(context.request())));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().optional(Optional.empty());
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SessionAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, "watchbill"));
  }
}
