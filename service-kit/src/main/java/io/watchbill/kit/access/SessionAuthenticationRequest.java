package io.watchbill.kit.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The token of a session's cookie, not yet checked. */
final class SessionAuthenticationRequest extends BaseAuthenticationRequest {
  private final String token;
  private final String source;

  SessionAuthenticationRequest(String token, String source) {
    this.token = token;
    this.source = source;
  }

  /** Where it came from; see {@link io.watchbill.kit.source.Source}. */
  String source() {
    return source;
  }

  String token() {
    return token;
  }
}
