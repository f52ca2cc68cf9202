package io.watchbill.rotation.session;

import static io.watchbill.rotation.Api.admin;
import static io.watchbill.rotation.Api.as;
import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.session.Browser.call;
import static io.watchbill.rotation.session.Browser.link;
import static io.watchbill.rotation.session.Browser.page;
import static io.watchbill.rotation.session.Browser.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.kit.access.RandomToken;
import io.watchbill.testkit.MovableTime;
import io.watchbill.testkit.TestKeys;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Links that sign a person in, once. */
@QuarkusTest
class SignInLinkTest {
  @Inject MovableTime time;

  private final String person = unique("linked");

  @BeforeEach
  void aPerson() {
    people(person);
  }

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  @Test
  void aLinkSignsItsPersonInByTheButtonOnItsPage() {
    String link = link(person);
    for (int i = 0; i < 3; i++) {
      page()
          .get(link)
          .then()
          .statusCode(200)
          .header("Cache-Control", "no-store")
          .header("Set-Cookie", nullValue())
          .body(containsString("Sign in as " + person.toUpperCase(Locale.ROOT)));
    }

    var answer = page().post(link);

    answer.then().header("Location", "/");
    call(session(answer))
        .get("/v1/caller")
        .then()
        .statusCode(200)
        .body("kind", equalTo("person"), "id", equalTo(person));
  }

  @Test
  void aLinkWorksOnce() {
    String link = link(person);
    page().post(link).then().statusCode(303);

    page()
        .post(link)
        .then()
        .statusCode(410)
        .header("Set-Cookie", nullValue())
        .body(containsString("This link no longer works"));
    page().get(link).then().statusCode(410);
  }

  @Test
  void ofThoseWhoUseALinkAtTheSameTimeOneIsSignedIn() throws Exception {
    String link = link(person);
    int many = 8;
    CountDownLatch ready = new CountDownLatch(many);
    List<Future<Integer>> answers = new ArrayList<>();
    try (ExecutorService browsers = Executors.newFixedThreadPool(many)) {
      for (int i = 0; i < many; i++) {
        answers.add(
            browsers.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return page().post(link).statusCode();
                }));
      }
    }

    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> answer : answers) {
      statuses.add(answer.get());
    }
    assertThat(statuses).containsOnly(303, 410).containsOnlyOnce(303);
  }

  @Test
  void aLinkWorksForTenMinutes() {
    String used = link(person);
    String late = link(person);

    time.advance(Duration.ofMinutes(9));
    page().post(used).then().statusCode(303);
    time.advance(Duration.ofMinutes(2));

    page().get(late).then().statusCode(410);
    page().post(late).then().statusCode(410).header("Set-Cookie", nullValue());
  }

  @Test
  void whatIsNoLinkOpensNothing() {
    for (String token : List.of("nonsense", RandomToken.generate())) {
      page()
          .get("/sign-in/" + token)
          .then()
          .statusCode(404)
          .contentType("text/html")
          .body(containsString("This link is not valid"));
      page().post("/sign-in/" + token).then().statusCode(404).header("Set-Cookie", nullValue());
    }
  }

  @Test
  void aLinkIsShownOnceAndBeginsWithThePublicUrl() {
    String once = unique("once");
    for (boolean first : List.of(true, false)) {
      admin()
          .header("Idempotency-Key", once)
          .body(Map.of("person", person))
          .post("/v1/sign-in-links")
          .then()
          .statusCode(201)
          .body("url", first ? startsWith("http://localhost:8080/sign-in/") : nullValue());
    }
  }

  @Test
  void peopleMakeLinksForThemselvesAndAdminsForAll() {
    String self = TestKeys.person(person);
    String other = unique("other");
    people(other);

    as(self).body(Map.of("person", person)).post("/v1/sign-in-links").then().statusCode(201);
    as(self).body(Map.of("person", other)).post("/v1/sign-in-links").then().statusCode(403);
    admin().body(Map.of("person", other)).post("/v1/sign-in-links").then().statusCode(201);
  }

  @Test
  void whoIsNotThereGetsNoLink() {
    admin()
        .body(Map.of("person", unique("nobody")))
        .post("/v1/sign-in-links")
        .then()
        .statusCode(404);
    admin().delete("/v1/people/" + person).then().statusCode(204);
    admin()
        .body(Map.of("person", person))
        .post("/v1/sign-in-links")
        .then()
        .statusCode(409)
        .body("type", equalTo("/errors.html#archived"));
  }
}
