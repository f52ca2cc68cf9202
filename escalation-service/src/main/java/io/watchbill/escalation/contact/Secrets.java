package io.watchbill.escalation.contact;

import io.watchbill.escalation.channel.ChannelKind;
import io.watchbill.escalation.channel.WebhookSecret;
import io.watchbill.kit.problem.Problem;
import java.util.Optional;

/** Secrets that come with a contact. */
final class Secrets {
  private Secrets() {}

  /** A secret that was given; only webhooks have one. */
  static Optional<String> given(ChannelKind kind, String secret) {
    if (secret != null && kind != ChannelKind.WEBHOOK) {
      throw Problem.invalid("/secret", "Only a webhook has a secret.");
    }
    return Optional.ofNullable(secret).map(WebhookSecret::checked);
  }
}
