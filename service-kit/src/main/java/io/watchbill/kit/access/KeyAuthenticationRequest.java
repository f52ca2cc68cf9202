package io.watchbill.kit.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A key that a request presented, not yet checked. */
final class KeyAuthenticationRequest extends BaseAuthenticationRequest {
  private final String text;

  KeyAuthenticationRequest(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
