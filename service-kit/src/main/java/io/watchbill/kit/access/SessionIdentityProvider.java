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
import java.time.Instant;
import java.util.Optional;

/** Turns the token of a valid session into the caller's identity. */
@ApplicationScoped
public class SessionIdentityProvider implements IdentityProvider<SessionAuthenticationRequest> {
  /** The attribute of the identity that has the session's id. */
  static final String SESSION = "watchbill.session";

  private static final Duration LEAST_IDLE = Duration.ofMinutes(5);

  private final KnownSessions sessions;
  private final Clock clock;
  private final AccessMetrics metrics;
  private final Throttle throttle;
  private final Duration idle;

  SessionIdentityProvider(
      KnownSessions sessions,
      Clock clock,
      AccessMetrics metrics,
      Throttle throttle,
      SessionSettings settings) {
    if (settings.idle().compareTo(LEAST_IDLE) < 0) {
      throw new IllegalArgumentException("watchbill.sessions.idle is at least 5 minutes");
    }
    this.sessions = sessions;
    this.clock = clock;
    this.metrics = metrics;
    this.throttle = throttle;
    this.idle = settings.idle();
  }

  @Override
  public Class<SessionAuthenticationRequest> getRequestType() {
    return SessionAuthenticationRequest.class;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionAuthenticationRequest request, AuthenticationRequestContext context) {
    if (!RandomToken.fits(request.token())) {
      return Uni.createFrom().failure(refused(Refusal.NOT_A_KEY, request.source()));
    }
    String fingerprint = RandomToken.fingerprint(request.token());
    Optional<Duration> shut = throttle.shutFor(request.source(), fingerprint);
    if (shut.isEmpty()) {
      return find(fingerprint, request.source());
    }
    return throttle.mayLook()
        ? find(fingerprint, request.source()).onTermination().invoke(throttle::looked)
        : Uni.createFrom().failure(throttled(shut.get()));
  }

  private Uni<SecurityIdentity> find(String fingerprint, String source) {
    return sessions
        .find(fingerprint)
        .onFailure()
        .invoke(e -> metrics.refused(Refusal.UNAVAILABLE))
        .map(known -> identity(fingerprint, known, source));
  }

  private SecurityIdentity identity(
      String fingerprint, Optional<KnownSession> known, String source) {
    KnownSession session = known.orElseThrow(() -> refused(Refusal.UNKNOWN, source));
    throttle.exists(fingerprint);
    Instant now = clock.instant();
    Optional<Refusal> refusal = session.refusalAt(now, idle);
    if (refusal.isPresent()) {
      throw refused(refusal.get(), source);
    }
    if (session.isToBeNoted(now)) {
      sessions.used(session);
    }
    metrics.accepted(session.identity().kind());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(session.identity())
        .addAttribute(SESSION, session.id())
        .build();
  }

  private RuntimeException refused(Refusal cause, String source) {
    metrics.refused(cause);
    Optional<Duration> wait = cause.isGuess() ? throttle.failed(source, "") : Optional.empty();
    return wait.isPresent()
        ? throttled(wait.get())
        : new AuthenticationFailedException("not a valid session");
  }

  private RuntimeException throttled(Duration wait) {
    metrics.refused(Refusal.THROTTLED);
    return new ThrottledException(wait);
  }
}
