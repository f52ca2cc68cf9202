package io.watchbill.kit.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie of a session. Scripts cannot read it, and other sites' forms do not send it. Where
 * people reach Watchbill by https, browsers send it by https only and take it from nobody but this
 * host (the prefix {@code __Host-}); that prefix wants the path "/", whatever the public URL has.
 */
@Singleton
public class SessionCookie {
  private static final String NAME = "watchbill";

  private final String name;
  private final String attributes;
  private final Duration longest;

  SessionCookie(PublicOrigin origin, SessionSettings settings) {
    this.name = origin.isEncrypted() ? "__Host-" + NAME : NAME;
    this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (origin.isEncrypted() ? "; Secure" : "");
    this.longest = settings.longest();
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the token that a request carries, whether it is valid or not. */
  public Optional<String> in(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name)).map(Cookie::getValue);
  }

  /** Returns the value of {@code Set-Cookie} that begins a session. */
  public String of(String token) {
    return set(token, longest.toSeconds());
  }

  /** Returns the value of {@code Set-Cookie} that takes the cookie away. */
  public String cleared() {
    return set("", 0);
  }

  private String set(String value, long seconds) {
    return name + "=" + value + attributes + "; Max-Age=" + seconds;
  }
}
