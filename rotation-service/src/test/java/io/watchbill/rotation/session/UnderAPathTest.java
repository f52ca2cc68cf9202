package io.watchbill.rotation.session;

import static io.watchbill.rotation.Api.people;
import static io.watchbill.rotation.Api.unique;
import static io.watchbill.rotation.session.Browser.page;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.watchbill.testkit.TestSessions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The public URL has a path, which a proxy takes away: redirects lead through it. */
@QuarkusTest
@TestProfile(UnderAPathTest.Profile.class)
class UnderAPathTest {
  private String key;

  /** Watchbill below another host's path. */
  public static final class Profile implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("watchbill.public-url", "https://ops.example/on-call");
    }
  }

  @BeforeEach
  void aPerson() {
    String person = unique("alice");
    people(person);
    key = Browser.key(person);
  }

  @Test
  void whoIsNotSignedInIsSentToTheSignInPageAndBack() {
    goesTo(page().get("/schedules?from=2026-03-01"))
        .header("Location", "/on-call/sign-in?return=%2Fschedules%3Ffrom%3D2026-03-01");
    goesTo(Browser.enter(key, "/schedules?from=2026-03-01"))
        .header("Location", "/on-call/schedules?from=2026-03-01");
  }

  @Test
  void aFormThatCameTooLateLeadsBackToItsPage() {
    goesTo(
            page()
                .header("Referer", "https://ops.example/on-call/schedules")
                .post("/schedules/x/override"))
        .header("Location", "/on-call/sign-in?return=%2Fschedules");
  }

  @Test
  void signingOutLeadsToTheSignInPage() {
    String session = Browser.enter(key).cookie(TestSessions.COOKIE_OF_HTTPS);

    goesTo(page().cookie(TestSessions.COOKIE_OF_HTTPS, session).post("/sign-out"))
        .header("Location", "/on-call/sign-in");
  }

  private static ValidatableResponse goesTo(Response answer) {
    return answer.then().statusCode(303);
  }
}
