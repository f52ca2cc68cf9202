package io.watchbill.escalation.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.escalation.channel.WebhookSecret;
import io.watchbill.kit.problem.Problem;
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
  void aSecretOfAnotherFormIsRefused() {
    for (String wrong : new String[] {"", "whsec_", "whsec_short", "whsec_!", "MfKQ9r8GKYqrTwjU"}) {
      assertThatThrownBy(() -> WebhookSecret.checked(wrong)).isInstanceOf(Problem.class);
    }
  }
}
