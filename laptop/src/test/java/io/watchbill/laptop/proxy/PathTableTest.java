package io.watchbill.laptop.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.laptop.service.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTableTest {
  private static final PathTable TABLE = PathTable.ofChart();

  @ParameterizedTest
  @CsvSource({
    "/, INCIDENT",
    "/status, INCIDENT",
    "/incidents, INCIDENT",
    "/incidents/INC-1, INCIDENT",
    "/v1/incidents/, INCIDENT",
    "/v1/doctor/incident, INCIDENT",
    "/v1/doctor/rotation, ROTATION",
    "/v1/people/ann, ROTATION",
    "/v1/people/a%2Fb, ROTATION",
    "/v1/people/a.b..c, ROTATION",
    "/sign-in/once/abc, ROTATION",
    "/v1/policies/security/lint, ESCALATION",
    "/acknowledge/AaID-_x.~, ESCALATION",
    "/fragments/escalation/now, ESCALATION"
  })
  void aPathBelongsToTheServiceOfItsLongestPrefix(String path, Service service) {
    assertThat(TABLE.owner(path)).contains(service);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q",
        "/q/health/ready",
        "/metrics",
        "/v1",
        "/v1/",
        "/v1/caller",
        "/v1/events",
        "/v1/snapshots/digests",
        "/v1/doctor",
        "/fragments",
        "/favicon.ico"
      })
  void whatTheTableLeavesOutBelongsToNobody(String path) {
    assertThat(TABLE.owner(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/peoplex",
        "/v1/people;x=1/ann",
        "/statusx",
        "/status.html",
        "/V1/people",
        "/v1/%70eople",
        "/v1%2Fpeople",
        "/v1//people"
      })
  void onlyWholeSegmentsAsTheyStandInTheTableCount(String path) {
    assertThat(TABLE.owner(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"//", "///", "//q/health", "/./", "/.", "/..", "", "*", "q", "/;x", "/#"})
  void theFirstPageIsThatPathAlone(String path) {
    assertThat(TABLE.owner(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/people/..",
        "/v1/people/../events",
        "/v1/people/./ann",
        "/v1/people/%2e%2e/events",
        "/v1/people/%2E./events",
        "/v1/people/.%2e/events",
        "/v1/people/..%2fevents",
        "/v1/people%2F..%2Fevents",
        "/v1/people/..\\events",
        "/v1/people/..%5Cevents",
        "/v1/people\\..\\events",
        "/acknowledge/..;/q/metrics",
        "/acknowledge/..;x=1/q/metrics",
        "/acknowledge/..%3b/q/metrics",
        "/status/../../q/health"
      })
  void aPathThatMayBeReadAsAnotherBelongsToNobody(String path) {
    assertThat(TABLE.owner(path)).isEmpty();
  }

  @Test
  void everyServiceHasPaths() {
    assertThat(TABLE.owner("/v1/alerts")).contains(Service.INCIDENT);
    assertThat(TABLE.owner("/v1/teams")).contains(Service.ROTATION);
    assertThat(TABLE.owner("/v1/webhooks")).contains(Service.ESCALATION);
  }
}
