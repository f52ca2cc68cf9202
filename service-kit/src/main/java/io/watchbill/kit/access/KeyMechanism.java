package io.watchbill.kit.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.source.Sources;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Finds the key of a request: {@code Authorization: Bearer …}, or the last part of a path that
 * takes keys ({@code watchbill.access.key-in-path}). A key in a path opens that path only.
 */
@ApplicationScoped
public class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String BEARER = "bearer ";

  private final List<String> pathsWithKey;
  private final Sources sources;

  KeyMechanism(
      @ConfigProperty(name = "watchbill.access.key-in-path") Optional<List<String>> pathsWithKey,
      Sources sources) {
    this.pathsWithKey = pathsWithKey.orElse(List.of());
    this.sources = sources;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String source = sources.of(context.request());
    return presented(context)
        .map(text -> identities.authenticate(new KeyAuthenticationRequest(text, source)))
        .orElseGet(() -> Uni.createFrom().optional(Optional.empty()));
  }

  private Optional<String> presented(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(header.substring(BEARER.length()).strip());
    }
    String path = context.normalizedPath();
    return pathsWithKey.stream()
        .filter(path::startsWith)
        .map(prefix -> path.substring(prefix.length()))
        .filter(rest -> !rest.isEmpty() && rest.indexOf('/') < 0)
        .findFirst();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(KeyAuthenticationRequest.class);
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
  }
}
