package io.watchbill.escalation.channel.webhook;

import io.watchbill.escalation.channel.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of Standard Webhooks 1.0.0, symmetric: {@code v1,<base64>}. */
final class StandardWebhook {
  private StandardWebhook() {}

  /**
   * Signs a message.
   *
   * @param secret {@code whsec_…}
   * @param id the value of {@code webhook-id}
   * @param timestamp the value of {@code webhook-timestamp}: Unix seconds of the attempt
   */
  static String sign(String secret, String id, long timestamp, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(WebhookSecret.bytes(secret), "HmacSHA256"));
      String signed = id + "." + timestamp + "." + body;
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
