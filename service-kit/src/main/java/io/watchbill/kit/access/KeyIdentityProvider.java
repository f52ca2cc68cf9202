package io.watchbill.kit.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.watchbill.kit.access.AccessMetrics.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Turns a valid key into the caller's identity. */
@ApplicationScoped
public class KeyIdentityProvider implements IdentityProvider<KeyAuthenticationRequest> {
  private static final Logger LOG = Logger.getLogger(KeyIdentityProvider.class);

  private final KnownKeys keys;
  private final Clock clock;
  private final AccessMetrics metrics;
  private final Throttle throttle;

  KeyIdentityProvider(KnownKeys keys, Clock clock, AccessMetrics metrics, Throttle throttle) {
    this.keys = keys;
    this.clock = clock;
    this.metrics = metrics;
    this.throttle = throttle;
  }

  @Override
  public Class<KeyAuthenticationRequest> getRequestType() {
    return KeyAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      KeyAuthenticationRequest request, AuthenticationRequestContext context) {
    return identity(request)
        .map(identity -> QuarkusSecurityIdentity.builder().setPrincipal(identity).build());
  }

  /** Returns whose key it is; fails when it is not valid. */
  Uni<Identity> identity(KeyAuthenticationRequest request) {
    Optional<ApiKey> key = ApiKey.parse(request.text());
    if (key.isEmpty()) {
      return Uni.createFrom().failure(refused(Refusal.NOT_A_KEY, request.source(), ""));
    }
    Optional<Duration> shut = throttle.shutFor(request.source(), key.get().id());
    if (shut.isEmpty()) {
      return find(key.get(), request.source());
    }
    return throttle.mayLook()
        ? find(key.get(), request.source()).onTermination().invoke(throttle::looked)
        : Uni.createFrom().failure(throttled(shut.get()));
  }

  private Uni<Identity> find(ApiKey key, String source) {
    return keys.find(key.id())
        .onFailure()
        .invoke(e -> metrics.refused(Refusal.UNAVAILABLE))
        .map(known -> identity(key, known, source));
  }

  private Identity identity(ApiKey key, Optional<KnownKey> known, String source) {
    known.ifPresent(exists -> throttle.exists(key.id()));
    Optional<Refusal> refusal = refusal(key, known);
    if (refusal.isPresent()) {
      LOG.debugf("key %s is refused: %s", key.id(), refusal.get());
      throw refused(refusal.get(), source, key.id());
    }
    Identity identity = known.orElseThrow().identity();
    metrics.accepted(identity.kind());
    return identity;
  }

  private Optional<Refusal> refusal(ApiKey key, Optional<KnownKey> known) {
    if (known.isEmpty()) {
      return Optional.of(Refusal.UNKNOWN);
    }
    return key.matches(known.get().secretHash())
        ? known.get().refusalAt(clock.instant())
        : Optional.of(Refusal.WRONG_SECRET);
  }

  /** Answers every cause alike: callers must not learn which part of the key was wrong. */
  private RuntimeException refused(Refusal cause, String source, String keyId) {
    metrics.refused(cause);
    Optional<Duration> wait = cause.isGuess() ? throttle.failed(source, keyId) : Optional.empty();
    return wait.isPresent()
        ? throttled(wait.get())
        : new AuthenticationFailedException("not a valid key");
  }

  private RuntimeException throttled(Duration wait) {
    metrics.refused(Refusal.THROTTLED);
    return new ThrottledException(wait);
  }
}
