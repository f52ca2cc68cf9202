package io.watchbill.escalation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.WebhookReceiver;
import org.junit.jupiter.api.Test;

/** A contact method is verified by a code that was sent there. */
@QuarkusTest
class VerificationTest extends CodesByMail {

  @Test
  void theCodeThatCameByMailVerifiesTheAddress() {
    reachableByMail("alice");
    method().body("verifiedAt", nullValue());

    asked().statusCode(200).body("attempts", equalTo(5), "expiresAt", notNullValue());

    tried(codeOfMail(1)).statusCode(200).body("verifiedAt", notNullValue());
    method().body("verifiedAt", notNullValue());
    viewer()
        .get("/v1/contact-methods/{person}", alice())
        .then()
        .body("items[0].verifiedAt", notNullValue());
  }

  @Test
  void aWebhookGetsItsCodeSignedAsItsPages() {
    WebhookReceiver receiver = new WebhookReceiver();
    contact(alice(), "mail", "webhook", receiver.url());

    asked().statusCode(200);

    assertThat(receiver.bodies()).hasSize(1);
    assertThat(receiver.header(0, "webhook-signature")).startsWith("v1,");
    assertThat(receiver.bodies().getFirst().at("/data/kind").asText()).isEqualTo("verification");
    tried(codeIn(receiver.bodies().getFirst().at("/data/text").asText())).statusCode(200);
  }

  @Test
  void aCodeThatWasTakenIsTakenAgain() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);
    tried(code).statusCode(200);

    tried(code).statusCode(200);
  }

  @Test
  void anotherAddressIsToBeVerifiedAgain() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);
    tried(code).statusCode(200);

    admin()
        .body("{\"kind\": \"email\", \"address\": \"" + mail("alice") + "\"}")
        .put("/v1/contact-methods/{person}/{id}", alice(), "mail")
        .then()
        .statusCode(200)
        .body("verifiedAt", notNullValue());
    admin()
        .body("{\"kind\": \"email\", \"address\": \"" + mail("elsewhere") + "\"}")
        .put("/v1/contact-methods/{person}/{id}", alice(), "mail")
        .then()
        .statusCode(200)
        .body("verifiedAt", nullValue());

    tried(code).statusCode(400);
    method().body("verifiedAt", nullValue());
  }

  @Test
  void aTerminalIsVerifiedAtOnce() {
    contact(alice(), "mail", "terminal", "here");

    method().body("verifiedAt", notNullValue());
  }

  @Test
  void anUnverifiedMethodIsUsedAllTheSame() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    method().body("verifiedAt", nullValue());

    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
  }

  @Test
  void aRefusalByTheChannelIsReported() {
    WebhookReceiver receiver = new WebhookReceiver(call -> 500);
    contact(alice(), "mail", "webhook", receiver.url());

    asked().statusCode(502).body("detail", containsString("answered 500"));
  }

  @Test
  void anUnknownMethodIsNotVerified() {
    asked().statusCode(404);
    tried("123456").statusCode(404);
  }
}
