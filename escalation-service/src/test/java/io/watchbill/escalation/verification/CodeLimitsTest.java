package io.watchbill.escalation.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.escalation.testing.Mailbox;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a code is good, how often it may be tried and asked for. */
@QuarkusTest
class CodeLimitsTest extends CodesByMail {

  private static String another(String code) {
    return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
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
}
