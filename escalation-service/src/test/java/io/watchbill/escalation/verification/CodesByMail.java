package io.watchbill.escalation.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Alice, whose mails with codes are read. */
abstract class CodesByMail extends ServiceTest {

  static final Pattern CODE = Pattern.compile("Code: ([0-9]{6})");

  static RequestSpecification as(String person) {
    return given().auth().oauth2(TestKeys.person(person)).contentType("application/json");
  }

  String alice() {
    return named("alice");
  }

  static ValidatableResponse asked(RequestSpecification by, String person, String method) {
    return by.post("/v1/contact-methods/{person}/{id}/verification", person, method).then();
  }

  ValidatableResponse asked() {
    return asked(as(alice()), alice(), "mail");
  }

  ValidatableResponse tried(String code) {
    return as(alice())
        .body("{\"code\": \"" + code + "\"}")
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then();
  }

  ValidatableResponse method() {
    return admin().get("/v1/contact-methods/{person}/{id}", alice(), "mail").then();
  }

  static String codeIn(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group(1);
  }

  /** The code of the n-th mail to alice, from 1. */
  String codeOfMail(int number) {
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(number));
    return codeIn(GreenMailUtil.getBody(Mailbox.of(mail("alice")).getLast()));
  }
}
