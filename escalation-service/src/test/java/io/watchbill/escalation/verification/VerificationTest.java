package io.watchbill.escalation.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.icegreen.greenmail.util.GreenMailUtil;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Pool;
import io.watchbill.escalation.testing.Incident;
import io.watchbill.escalation.testing.Mailbox;
import io.watchbill.escalation.testing.ServiceTest;
import io.watchbill.escalation.testing.WebhookReceiver;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A contact method is verified by a code that was sent there. */
@QuarkusTest
class VerificationTest extends ServiceTest {
  private static final Pattern CODE = Pattern.compile("Code: ([0-9]{6})");

  @Inject Pool pool;

  private static RequestSpecification as(String person) {
    return given().auth().oauth2(TestKeys.person(person)).contentType("application/json");
  }

  private String alice() {
    return named("alice");
  }

  private static ValidatableResponse asked(RequestSpecification by, String person, String method) {
    return by.post("/v1/contact-methods/{person}/{id}/verification", person, method).then();
  }

  private ValidatableResponse asked() {
    return asked(as(alice()), alice(), "mail");
  }

  private ValidatableResponse tried(String code) {
    return as(alice())
        .body("{\"code\": \"" + code + "\"}")
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then();
  }

  private ValidatableResponse method() {
    return admin().get("/v1/contact-methods/{person}/{id}", alice(), "mail").then();
  }

  private static String codeIn(String text) {
    Matcher code = CODE.matcher(text);
    assertThat(code.find()).as(text).isTrue();
    return code.group(1);
  }

  /** The code of the n-th mail to alice, from 1. */
  private String codeOfMail(int number) {
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(number));
    return codeIn(GreenMailUtil.getBody(Mailbox.of(mail("alice")).getLast()));
  }

  private static String another(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
  }

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
  void whoIsNotVerifiedIsPagedAllTheSame() {
    rotation("primary", "alice");
    reachableByMail("alice");
    policy(step("primary", "primary"));
    method().body("verifiedAt", nullValue());

    Incident incident = open("P1");

    awaitPaged(incident, "alice");
    soon(() -> assertThat(Mailbox.of(mail("alice"))).hasSize(1));
  }

  @Test
  void aCodeIsGoodForAQuarterOfAnHour() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);

    later(Duration.ofMinutes(15));

    tried(code).statusCode(409).body("type", endsWith("no-code-to-try"));
  }

  @Test
  void afterFiveWrongCodesTheRightOneCountsNoLonger() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);

    for (int left = 4; left >= 0; left--) {
      tried(another(code))
          .statusCode(400)
          .body(
              "errors[0].pointer",
              equalTo("/code"),
              "errors[0].detail",
              containsString("attempts left: " + left));
    }

    tried(code).statusCode(409);
    later(Duration.ofMinutes(2));
    asked().statusCode(200);
    tried(codeOfMail(2)).statusCode(200);
  }

  @Test
  void ofManyThatGuessAtOnceFiveAreHeard() throws Exception {
    reachableByMail("alice");
    asked().statusCode(200);
    String wrong = another(codeOfMail(1));
    Callable<Integer> guess = () -> tried(wrong).extract().statusCode();

    List<Future<Integer>> guesses;
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      guesses = executor.invokeAll(IntStream.range(0, 12).mapToObj(i -> guess).toList());
    }

    assertThat(guesses.stream().map(Future::resultNow))
        .containsOnly(400, 409)
        .filteredOn(status -> status == 400)
        .hasSize(5);
  }

  @Test
  void aMethodGetsACodeOnceAMinuteAndFiveInAnHour() {
    reachableByMail("alice");
    asked().statusCode(200);
    asked().statusCode(429).body("type", endsWith("too-many-codes"));

    for (int i = 2; i <= 5; i++) {
      later(Duration.ofSeconds(61));
      asked().statusCode(200);
    }

    later(Duration.ofSeconds(61));
    asked().statusCode(429);
    later(Duration.ofHours(1));
    asked().statusCode(200);
    assertThat(Mailbox.of(mail("alice"))).hasSize(6);
  }

  @Test
  void aMethodThatIsMadeAnewGetsNoMoreCodes() {
    reachableByMail("alice");
    asked().statusCode(200);

    admin().delete("/v1/contact-methods/{person}/{id}", alice(), "mail").then().statusCode(204);
    reachableByMail("alice");

    asked().statusCode(429);
  }

  @Test
  void ofTwoThatAskAtOnceOneIsAnswered() throws Exception {
    reachableByMail("alice");
    Callable<Integer> ask = () -> asked().extract().statusCode();

    List<Future<Integer>> asks;
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      asks = executor.invokeAll(List.of(ask, ask));
    }

    assertThat(asks.stream().map(Future::resultNow)).containsExactlyInAnyOrder(200, 429);
    assertThat(Mailbox.of(mail("alice"))).hasSize(1);
  }

  @Test
  void whatTheChannelDoesNotTakeIsToldOf() {
    WebhookReceiver receiver = new WebhookReceiver(call -> 500);
    contact(alice(), "mail", "webhook", receiver.url());

    asked().statusCode(502).body("detail", containsString("answered 500"));
  }

  @Test
  void thePersonAndManagersMayAndNobodyElse() {
    reachableByMail("alice");
    String manager = TestKeys.automation(named("lead"), "manager");

    asked(as(named("bob")), alice(), "mail").statusCode(403);
    asked(viewer(), alice(), "mail").statusCode(403);
    asked(given(), alice(), "mail").statusCode(401);
    asked(given().auth().oauth2(manager), alice(), "mail").statusCode(200);

    as(named("bob"))
        .body("{\"code\": \"" + codeOfMail(1) + "\"}")
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then()
        .statusCode(403);
  }

  @Test
  void whatIsNotThereIsNotVerified() {
    asked().statusCode(404);
    tried("123456").statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "{}", "{\"code\": \"12345\"}", "{\"code\": \"abcdef\"}"})
  void aCodeIsSixDigits(String body) {
    as(alice())
        .body(body)
        .put("/v1/contact-methods/{person}/{id}/verification", alice(), "mail")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/code"));
  }

  @Test
  void theCodeIsNotInTheDatabase() {
    reachableByMail("alice");
    asked().statusCode(200);
    String code = codeOfMail(1);

    String row =
        pool.preparedQuery("SELECT to_json(v)::text FROM contact_verification v WHERE person = $1")
            .execute(io.vertx.mutiny.sqlclient.Tuple.of(alice()))
            .await()
            .atMost(Duration.ofSeconds(10))
            .iterator()
            .next()
            .getString(0);

    assertThat(row).contains("code_hash").doesNotContain("\"" + code + "\"");
  }
}
