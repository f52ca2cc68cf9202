package io.watchbill.testkit;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import io.watchbill.kit.access.Identity;
import io.watchbill.kit.access.Principal;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A second way to sign in, as sessions will be: the holder of the cookie is the person it names.
 */
@ApplicationScoped
public class SessionsForTests
    implements HttpAuthenticationMechanism, IdentityProvider<SessionsForTests.SignedIn> {
  static final String COOKIE = "session-of-test";

  /** The cookie of a request. */
  public static final class SignedIn extends BaseAuthenticationRequest {
    private final String person;

    SignedIn(String person) {
      this.person = person;
    }
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    Cookie cookie = context.request().getCookie(COOKIE);
    return cookie == null
        ? Uni.createFrom().optional(Optional.empty())
        : identities.authenticate(new SignedIn(cookie.getValue()));
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SignedIn request, AuthenticationRequestContext context) {
    Identity person = new Identity(Principal.Kind.PERSON, request.person, List.of());
    return Uni.createFrom().item(QuarkusSecurityIdentity.builder().setPrincipal(person).build());
  }

  @Override
  public Class<SignedIn> getRequestType() {
    return SignedIn.class;
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of(SignedIn.class);
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().optional(Optional.empty());
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
    return Uni.createFrom()
        .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, COOKIE));
  }
}
