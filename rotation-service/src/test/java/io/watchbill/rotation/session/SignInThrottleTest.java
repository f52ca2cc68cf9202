package io.watchbill.rotation.session;

import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.session.Browser.enter;
import static io.watchbill.rotation.session.Browser.page;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who guesses keys and links at the form is slowed down. */
@QuarkusTest
class SignInThrottleTest {
  @Inject MovableTime time;

  @AfterEach
  void nobodyIsSlowedDownAnyMore() {
    time.advance(Duration.ofMinutes(5));
    enter("nonsense").then().statusCode(401);
    time.reset();
  }

  @Test
  void whoGuessesKeysIsToldToWaitAndAHolderIsLetIn() {
    String key = TestKeys.automation(unique("robot"), "viewer");
    Response last = enter("nonsense");
    for (int i = 0; i < 60 && last.statusCode() == 401; i++) {
      last = enter("nonsense");
    }

    last.then()
        .statusCode(429)
        .contentType("text/html")
        .header("Retry-After", matchesPattern("[1-9][0-9]?"))
        .body(containsString("Too many wrong keys"));
    enter(key).then().statusCode(303);
  }

  @Test
  void whoGuessesLinksIsToldToWaitAndALinkWorks() {
    String person = unique("linked");
    people(person);
    String link = Browser.link(person);
    Response last = guess();
    for (int i = 0; i < 60 && last.statusCode() == 404; i++) {
      last = guess();
    }

    last.then().statusCode(429);
    page().post(link).then().statusCode(303);
  }

  private static Response guess() {
    return page().post("/sign-in/" + RandomToken.generate());
  }
}
