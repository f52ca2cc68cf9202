package io.watchbill.kit.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;
import io.watchbill.kit.source.Source;

/** A key from a request, not yet checked. */
final class KeyAuthenticationRequest extends BaseAuthenticationRequest {
  private final String text;
  private final String source;

  KeyAuthenticationRequest(String text, String source) {
    this.text = text;
    this.source = source;
  }

  /** Where it came from; see {@link Source}. */
  String source() {
    return source;
  }

  String text() {
    return text;
  }
}
