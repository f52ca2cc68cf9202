package io.watchbill.kit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Turns a valid key into the caller's identity and rights. */
@ApplicationScoped
public class KeyIdentityProvider implements IdentityProvider<KeyAuthenticationRequest> {
  private final KnownKeys keys;
  private final Clock clock;

  KeyIdentityProvider(KnownKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public Class<KeyAuthenticationRequest> getRequestType() {
    return KeyAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyAuthenticationRequest request, AuthenticationRequestContext context) {
    Optional<ApiKey> key = ApiKey.parse(request.text());
    if (key.isEmpty()) {
      return Uni.createFrom().failure(new AuthenticationFailedException("not a key"));
    }
    return keys.find(key.get().id()).map(known -> identity(key.get(), known));
  }

  private SecurityIdentity identity(ApiKey key, Optional<KnownKey> known) {
    boolean valid =
        known.filter(k -> key.matches(k.secretHash()) && k.isValidAt(clock.instant())).isPresent();
    if (!valid) {
      throw new AuthenticationFailedException("unknown, expired or revoked key");
    }
    Principal principal = known.get().principal();
    QuarkusSecurityIdentity.Builder identity =
        QuarkusSecurityIdentity.builder().setPrincipal(principal);
    principal.grants().stream()
        .flatMap(grant -> Rights.expand(grant.right()).stream())
        .forEach(identity::addRole);
    return identity.build();
  }
}
