package io.watchbill.escalation.channel.webhook;

import io.watchbill.escalation.channel.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signatures of Standard Webhooks 1.0.0, symmetric: {@code v1,<base64>}, one for each secret, with
 * spaces between them.
 */
final class StandardWebhook {
  private StandardWebhook() {}

  /**
   * Signs a message.
   *
   * @param secrets {@code whsec_…}, two of them while the secret is renewed
   * @param id the value of {@code webhook-id}
   * @param timestamp the value of {@code webhook-timestamp}: Unix seconds of the attempt
   */
  static String sign(String secrets, String id, long timestamp, String body) {
    byte[] signed = (id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
    return WebhookSecret.each(secrets).stream()
        .map(secret -> signature(secret, signed))
        .collect(Collectors.joining(" "));
  }

  private static String signature(String secret, byte[] signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WebhookSecret.bytes(secret), "HmacSHA256"));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
