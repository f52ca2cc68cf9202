package io.watchbill.testkit;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.watchbill.kit.id.Ids;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

/** What the tests of the kit have in common: a service that makes things. */
abstract class OfThings {

  @Inject ThingEvents events;
  @Inject MovableTime time;

  @AfterEach
  void timeIsAsItWas() {
    time.reset();
  }

  static RequestSpecification as(String key) {
    return given().header("Authorization", "Bearer " + key).contentType(ContentType.JSON);
  }

  static String unique(String prefix) {
    return prefix + "-" + Ids.next();
  }

  static void make(String id) {
    as(TestKeys.admin()).body(Map.of("id", id)).post("/things").then().statusCode(201);
  }
}
