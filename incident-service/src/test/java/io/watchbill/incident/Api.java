package io.watchbill.incident;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.id.Ids;
import io.watchbill.testkit.TestKeys;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** The service as its users see it. */
public final class Api {

  // A machine that is busy with other things is no reason to fail.
  static {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(90));
  }

  private Api() {}

  public static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  public static RequestSpecification admin() {
    return as(TestKeys.admin());
  }

  /** An id that no other test has. */
  public static String unique(String prefix) {
    return prefix + "-" + Ids.next();
  }

  /** Makes an integration of the team security; answers its id. */
  public static String integration() {
    return integration(Map.of());
  }

  public static String integration(Map<String, Object> settings) {
    String id = unique("am");
    Map<String, Object> body = new java.util.HashMap<>(settings);
    body.putIfAbsent("name", "Alertmanager");
    body.putIfAbsent("team", "security");
    body.put("id", id);
    body.put("kind", "alertmanager");
    admin().body(body).post("/v1/integrations").then().statusCode(201);
    return id;
  }

  /** Sends a message with the integration's key. */
  public static ValidatableResponse send(String integration, String body) {
    return as(TestKeys.integration(integration)).body(body).post("/v1/ingest/alertmanager").then();
  }

  /** Sends a message that must be stored; answers the reference of the first incident, or null. */
  public static String sent(String integration, Message message) {
    JsonPath receipt =
        send(integration, message.json()).statusCode(200).extract().body().jsonPath();
    List<String> incidents = receipt.getList("incidents");
    return incidents.isEmpty() ? null : incidents.getFirst();
  }

  public static JsonPath incident(String id) {
    return admin().get("/v1/incidents/" + id).then().statusCode(200).extract().jsonPath();
  }

  public static String state(String id) {
    return incident(id).getString("state");
  }

  /** Acts without a word. */
  public static JsonPath act(String id, String action) {
    return admin()
        .post("/v1/incidents/" + id + "/" + action)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  public static List<String> kinds(String incident) {
    return timeline(incident).getList("items.kind");
  }

  public static JsonPath timeline(String incident) {
    return admin()
        .get("/v1/incidents/" + incident + "/timeline?limit=500")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /** Opens an incident by hand; answers its reference. */
  public static String opened(String severity) {
    return admin()
        .body(Map.of("title", "Strange logins", "severity", severity, "team", "security"))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }
}
