package io.watchbill.escalation.contact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContactTest extends ServiceTest {
  private static final String MAIL = "{\"kind\": \"email\", \"address\": \"a@example.org\"}";

  private static RequestSpecification as(String person) {
    return given().auth().oauth2(TestKeys.person(person)).contentType("application/json");
  }

  private String method(String id) {
    return "/v1/contact-methods/" + own + "/" + id;
  }

  private String methods() {
    return "/v1/contact-methods/" + own;
  }

  private String rules() {
    return "/v1/notification-rules/" + own;
  }

  @Test
  void peopleManageTheirOwnContacts() {
    as(own).body(MAIL).put(method("mail")).then().statusCode(201);

    as(own)
        .get(methods())
        .then()
        .statusCode(200)
        .body("items[0].address", equalTo("a@example.org"));
  }

  @Test
  void nobodyElseButAnAdminMayChangeThem() {
    as(named("other")).body(MAIL).put(method("mail")).then().statusCode(403);
    viewer().body(MAIL).put(method("mail")).then().statusCode(403);
    admin().body(MAIL).put(method("mail")).then().statusCode(201);
  }

  @Test
  void anAddressIsShownToThePersonAndAdminsOnly() {
    admin().body(MAIL).put(method("mail")).then().statusCode(201);

    viewer()
        .get(methods())
        .then()
        .statusCode(200)
        .body("items[0].kind", equalTo("email"), "items[0].address", nullValue());
    as(named("other")).get(methods()).then().statusCode(403);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          email   | nobody
          email   | a@b@c
          email   | a@example.org\\nBcc: x@example.org
          email   | <a@example.org>
          webhook | ftp://example.org
          webhook | https://user:secret@example.org/
          webhook | javascript:alert(1)
          webhook | https:///nowhere
          """)
  void anAddressMustFitItsKind(String kind, String address) {
    admin()
        .body("{\"kind\": \"%s\", \"address\": \"%s\"}".formatted(kind, address))
        .put(method("x"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/address"));
  }

  @Test
  void anUnknownKindAndAnUnknownFieldArePointedAt() {
    admin()
        .body("{\"kind\": \"pigeon\", \"address\": \"x\"}")
        .put(method("x"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/kind"));
    admin()
        .body("{\"kind\": \"email\", \"adress\": \"a@example.org\"}")
        .put(method("x"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/adress"));
  }

  @Test
  void aWebhooksSecretIsMadeAndShownOnce() {
    String hook = "{\"kind\": \"webhook\", \"address\": \"https://example.org/x\"}";

    admin()
        .body(hook)
        .put(method("hook"))
        .then()
        .statusCode(201)
        .body("secret", startsWith("whsec_"));
    admin().body(hook).put(method("hook")).then().statusCode(200).body("secret", nullValue());
  }

  @Test
  void rulesNameMethodsThatExistOnceEach() {
    admin().body(MAIL).put(method("mail")).then().statusCode(201);

    admin()
        .body(
            "{\"rules\": [{\"method\": \"mail\"}, {\"method\": \"mail\"}, {\"method\": \"fax\", \"delay\": \"-PT1S\"}]}")
        .put(rules())
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            equalTo(java.util.List.of("/rules/1/method", "/rules/2/method", "/rules/2/delay")));
  }

  @Test
  void rulesAreReadAsTheyWerePutAndKeepTheirMethod() {
    admin().body(MAIL).put(method("mail")).then().statusCode(201);
    admin()
        .body("{\"rules\": [{\"method\": \"mail\", \"delay\": \"PT2M\"}]}")
        .put(rules())
        .then()
        .statusCode(200);

    as(own).get(rules()).then().statusCode(200).body("rules[0].delay", equalTo("PT2M"));
    as(own)
        .delete(method("mail"))
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#still-referred-to"));
  }

  @Test
  void noRulesAreRulesToo() {
    as(own).body("{\"rules\": []}").put(rules()).then().statusCode(200);

    as(own).get(rules()).then().statusCode(200).body("rules.size()", equalTo(0));
  }

  @Test
  void theLastResortIsForAdmins() {
    viewer().get("/v1/last-resort").then().statusCode(403);
    admin()
        .body("{\"kind\": \"terminal\"}")
        .put("/v1/last-resort")
        .then()
        .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
    admin().get("/v1/last-resort").then().statusCode(200).body("kind", equalTo("terminal"));
  }

  @Test
  void whomTheRotationServiceDoesNotHaveHasNoContacts() {
    admin()
        .body("{\"kind\": \"email\", \"address\": \"a@example.org\"}")
        .put("/v1/contact-methods/no-such-person/mail")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    admin()
        .body("{\"rules\": []}")
        .put("/v1/notification-rules/no-such-person")
        .then()
        .statusCode(400);
  }

  @Test
  void whileItIsDownContactsAreTakenAndTheAnswerSaysThatThePersonWasNotChecked() {
    rotations.down(true);

    admin()
        .body("{\"kind\": \"email\", \"address\": \"a@example.org\"}")
        .put("/v1/contact-methods/{p}/mail", named("alice"))
        .then()
        .statusCode(201)
        .header("Watchbill-Not-Checked", "person " + named("alice"));
    admin()
        .body("{\"rules\": [{\"method\": \"mail\"}]}")
        .put("/v1/notification-rules/{p}", named("alice"))
        .then()
        .statusCode(200)
        .header("Watchbill-Not-Checked", "person " + named("alice"));
  }
}
