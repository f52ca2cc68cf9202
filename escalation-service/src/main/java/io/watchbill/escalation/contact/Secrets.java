package io.watchbill.escalation.contact;

import io.watchbill.escalation.channel.Channel;
import io.watchbill.escalation.channel.WebhookSecret;
import io.watchbill.kit.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets of contact methods whose channel signs its messages. */
final class Secrets {
  private Secrets() {}

  /** Returns the secret that the caller gave, if any. */
  static Optional<String> given(Channel channel, @Nullable String secret) {
    if (secret != null && !channel.isSigned()) {
      throw Problem.invalid("/secret", "A contact method of this kind has no secret.");
    }
    return Optional.ofNullable(secret).map(WebhookSecret::checked);
  }

  /** Returns a new secret if the channel needs one and there is none. */
  static Optional<String> generated(
      Channel channel, Optional<String> given, @Nullable String stored) {
    boolean needed = channel.isSigned() && stored == null && given.isEmpty();
    return needed ? Optional.of(WebhookSecret.generate()) : Optional.empty();
  }
}
