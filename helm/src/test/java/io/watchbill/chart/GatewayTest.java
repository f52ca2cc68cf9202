package io.watchbill.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The Gateway API leads where the Ingress does. */
class GatewayTest {

  @Test
  void thereIsNoRouteUnlessItIsWanted() {
    assertThat(Chart.rendered().all("HTTPRoute")).isEmpty();
  }

  @Test
  void theRouteLeadsEveryPathWhereTheIngressDoes() {
    Map<String, String> byIngress = new TreeMap<>();
    for (JsonNode path :
        Chart.withEverything().one("Ingress", "watchbill").at("/spec/rules/0/http/paths")) {
      byIngress.put(path.get("path").asText(), path.at("/backend/service/name").asText());
    }

    Map<String, String> byRoute = new TreeMap<>();
    for (JsonNode rule : route().at("/spec/rules")) {
      for (JsonNode match : rule.get("matches")) {
        String path = match.at("/path/value").asText();
        assertThat(match.at("/path/type").asText())
            .isEqualTo(path.equals("/") ? "Exact" : "PathPrefix");
        byRoute.put(path, rule.at("/backendRefs/0/name").asText());
      }
    }

    assertThat(byRoute).isEqualTo(byIngress).hasSizeGreaterThan(20);
  }

  @Test
  void theRouteIsOfThePublicHostAndOfTheGatewayThatIsNamed() {
    assertThat(route().at("/spec/hostnames").toString()).isEqualTo("[\"watchbill.example.org\"]");
    assertThat(route().at("/spec/parentRefs").toString()).contains("public", "gateways", "https");
  }

  @Test
  void theRouteReachesThePortOfTheServices() {
    Manifests installation = Chart.withEverything();

    for (JsonNode backend : route().at("/spec/rules").findValues("backendRefs")) {
      JsonNode service = installation.one("Service", backend.at("/0/name").asText());
      assertThat(service.at("/spec/ports/0/port")).isEqualTo(backend.at("/0/port"));
    }
  }

  @Test
  void theRouteStaysWithinWhatOneMayHold() {
    assertThat(route().at("/spec/rules").size()).isLessThanOrEqualTo(16);
    assertThat(route().at("/spec/rules"))
        .allMatch(rule -> rule.get("matches").size() <= 64); // 8 before Gateway API 1.1
    assertThat(
            route().at("/spec/rules").findValues("matches").stream().mapToInt(JsonNode::size).sum())
        .isLessThanOrEqualTo(128);
  }

  @Test
  void aRouteWithoutAGatewayIsRefused() {
    assertThat(Chart.refusal("gateway: {enabled: true}"))
        .contains("gateway.parentRefs: say to which Gateway the route belongs");
  }

  private static JsonNode route() {
    return Chart.withEverything().one("HTTPRoute", "watchbill");
  }
}
