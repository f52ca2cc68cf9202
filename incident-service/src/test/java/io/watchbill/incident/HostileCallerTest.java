package io.watchbill.incident;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.watchbill.testkit.HostileCaller;
import io.watchbill.testkit.RawConnection;
import io.watchbill.testkit.TestKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class HostileCallerTest extends HostileCaller {
  private static final String INTAKE = "/v1/ingest/alertmanager";

  @Override
  protected String posted() {
    return "/v1/incidents";
  }

  @Override
  protected String right() {
    return "responder";
  }

  @Test
  void aSenderMayEndTheAddressOfAnIntakeWithASlash() {
    String key = TestKeys.integration("with-slash");
    String unknown = "The key's integration 'with-slash' is unknown.";

    assertThat(detail(INTAKE + "/", key)).isEqualTo(unknown);
    assertThat(detail(INTAKE + "/" + key + "/", null)).isEqualTo(unknown);
  }

  private static String detail(String path, String key) {
    var request = given().contentType("application/json").body("{}");
    return (key == null ? request : request.auth().oauth2(key))
        .post(path)
        .then()
        .statusCode(403)
        .extract()
        .path("detail");
  }

  @Test
  void anIntakeThatTricklesHoldsItsOwnShareOnly() {
    try (RawConnection slow = RawConnection.open()) {
      slow.beginChunked("POST", INTAKE, TestKeys.integration("slow"));
      slow.chunks(1 << 20, "{\"alerts\":[{\"labels\":{\"a\":\"", 'x');

      assertThat(detail(INTAKE, TestKeys.integration("quick"))).contains("'quick' is unknown");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/html", "application/xml", "text/plain;q=0.3", "nonsense"})
  void severitiesAreJsonWhateverIsAccepted(String accept) {
    given()
        .auth()
        .oauth2(TestKeys.viewer())
        .header("Accept", accept)
        .get("/v1/severities")
        .then()
        .statusCode(200)
        .contentType("application/json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u009b2J", "\\u202e", "\\u2066", "\\ud800", "\\u0000", "\\n"})
  void whatPeopleTypeIsRefusedWithItsPlace(String character) {
    given()
        .auth()
        .oauth2(TestKeys.automation("typing", "responder"))
        .contentType("application/json")
        .body("{\"title\":\"a" + character + "b\",\"severity\":\"P1\",\"team\":\"t\"}")
        .post("/v1/incidents")
        .then()
        .statusCode(400)
        .body("errors[0].pointer", org.hamcrest.Matchers.equalTo("/title"));
  }
}
