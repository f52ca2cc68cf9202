package io.watchbill.escalation.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.watchbill.escalation.channel.WebhookSecret;
import io.watchbill.kit.problem.Problem;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandardWebhookTest {

  @Test
  void theSpecificationsVectorIsSignedAsItSays() {
    String signature =
        StandardWebhook.sign(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1614265330,
            "{\"test\": 2432232314}");

    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void aSecretThatIsMadeFitsTheForm() {
    String secret = WebhookSecret.generate();

    assertThat(WebhookSecret.checked(secret)).isEqualTo(secret);
    assertThat(WebhookSecret.bytes(secret)).hasSize(32);
  }

  @Test
  void whileASecretIsRenewedAReceiverThatKnowsEitherBelievesTheMessage() throws Exception {
    String former = WebhookSecret.generate();
    String renewed = WebhookSecret.generate();
    long now = Clock.systemUTC().instant().getEpochSecond();

    String signature =
        StandardWebhook.sign(WebhookSecret.checked(renewed + " " + former), "msg", now, "{}");

    HttpHeaders headers =
        HttpHeaders.of(
            Map.of(
                "webhook-id", List.of("msg"),
                "webhook-timestamp", List.of(Long.toString(now)),
                "webhook-signature", List.of(signature)),
            (name, value) -> true);
    new Webhook(former).verify("{}", headers);
    new Webhook(renewed).verify("{}", headers);
    Webhook stranger = new Webhook(WebhookSecret.generate());
    assertThatThrownBy(() -> stranger.verify("{}", headers))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test
  void aSecretOfAnotherFormIsRefused() {
    String one = WebhookSecret.generate();
    for (String wrong :
        new String[] {
          "",
          "whsec_",
          "whsec_short",
          "whsec_!",
          "MfKQ9r8GKYqrTwjU",
          one + " ",
          one + "  " + one,
          one + " whsec_short",
          String.join(" ", one, one, one)
        }) {
      assertThatThrownBy(() -> WebhookSecret.checked(wrong)).isInstanceOf(Problem.class);
    }
  }
}
