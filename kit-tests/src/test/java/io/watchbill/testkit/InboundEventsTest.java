package io.watchbill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events of peer services are taken. */
@QuarkusTest
class InboundEventsTest extends OfThings {

  private static String event(String thing, String subject) {
    return """
        {"specversion":"1.0","id":"%1$s","source":"/x","type":"thing.made","subject":"%2$s",
         "data":{"thing":"%1$s"}}
        """
        .formatted(thing, subject);
  }

  private static List<String> numbered(String mark, IntStream numbers) {
    return numbers.mapToObj(i -> mark + "-" + i).toList();
  }

  @Test
  void anEventIsAnsweredForItself() {
    String body =
        """
        [{"specversion":"1.0","id":"1","source":"/x","type":"thing.made","data":{"thing":"one"}},
         {"specversion":"1.0","id":"2","source":"/x","type":"unknown"},
         {"id":["not text"]}]
        """;
    as(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items[0].status", equalTo("ACCEPTED"))
        .body("items[1].status", equalTo("INVALID"))
        .body("items[2].status", equalTo("INVALID"));
    as(TestKeys.viewer()).body("[]").post("/v1/events").then().statusCode(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unlucky", "confused"})
  void aFailureOfThisSideIsNoFaultOfTheEvent(String how) {
    as(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body("[" + event(unique(how), "any") + "," + event(unique("sound"), "any") + "]")
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items.status", equalTo(List.of("RETRY", "ACCEPTED")));
  }

  @Test
  void eventsOfOneSubjectAreTakenInTheirOrderHoweverManyCome() {
    String mark = UUID.randomUUID().toString();
    String body =
        IntStream.range(0, 200)
            .mapToObj(i -> event(mark + "-" + i, mark + "-subject-" + i % 20))
            .collect(Collectors.joining(",", "[", "]"));

    as(TestKeys.service())
        .contentType("application/cloudevents-batch+json")
        .body(body)
        .post("/v1/events")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(numbered(mark, IntStream.range(0, 200))))
        .body("items.status", everyItem(equalTo("ACCEPTED")));

    List<String> ofThird =
        events.taken().stream()
            .filter(
                thing -> thing.startsWith(mark) && Integer.parseInt(thing.substring(37)) % 20 == 3)
            .toList();
    assertThat(ofThird).isEqualTo(numbered(mark, IntStream.range(0, 10).map(i -> 20 * i + 3)));
  }
}
