package io.watchbill.laptop.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, and what arrives of them and of their answers. */
class OneAddressTest extends ProxyTest {

  @Test
  void eachPathReachesTheServiceThatHasIt() throws Exception {
    assertThat(get("/").body()).isEqualTo("incident");
    assertThat(get("/v1/incidents?state=open").body()).isEqualTo("incident");
    assertThat(get("/sign-in").body()).isEqualTo("rotation");
    assertThat(get("/acknowledge/abc").body()).isEqualTo("escalation");
  }

  @Test
  void theTargetArrivesAsItWasSent() throws Exception {
    get("/v1/incidents/a%2Fb%20c;d?q=%41&x=../..&y=http://z/");

    assertThat(incident().onlyAsked().uri())
        .isEqualTo("/v1/incidents/a%2Fb%20c;d?q=%41&x=../..&y=http://z/");
  }

  @Test
  void theServiceLearnsWhoAskedForWhat() throws Exception {
    try (Wire wire = wire()) {
      wire.head("GET /status HTTP/1.1", "Host: watch.local:8085", "Connection: close").rest();
    }

    PlayedService.Asked asked = incident().onlyAsked();
    assertThat(asked.all("Host")).containsExactly("watch.local:8085");
    assertThat(asked.all("X-forwarded-host")).containsExactly("watch.local:8085");
    assertThat(asked.all("X-forwarded-proto")).containsExactly("http");
    assertThat(asked.all("X-forwarded-for")).containsExactly("127.0.0.1");
  }

  @Test
  void whatTheCallerClaimsIsOnlyKeptBeforeTheCallerItself() throws Exception {
    get(
        "/status",
        "X-Forwarded-For",
        "198.51.100.1",
        "X-Forwarded-For",
        "10.0.0.1",
        "X-Forwarded-Proto",
        "gopher",
        "X-Forwarded-Host",
        "evil.example",
        "X-Forwarded-Port",
        "666",
        "X-Forwarded-Prefix",
        "/evil",
        "Forwarded",
        "host=evil.example");

    PlayedService.Asked asked = incident().onlyAsked();
    assertThat(asked.all("X-forwarded-for")).containsExactly("198.51.100.1, 10.0.0.1, 127.0.0.1");
    assertThat(asked.all("X-forwarded-proto")).containsExactly("http");
    assertThat(asked.headers().values().toString()).doesNotContain("evil", "gopher", "666");
  }

  @Test
  void headersOfTheConnectionStayOnIt() throws Exception {
    try (Wire wire = wire()) {
      wire.head(
              "GET /status HTTP/1.1",
              "Host: h",
              "Connection: keep-alive, X-Mine",
              "X-Mine: 1",
              "X-Other: 2",
              "Keep-Alive: 5",
              "TE: trailers",
              "Upgrade: websocket")
          .until("incident");
    }

    assertThat(incident().onlyAsked().headers())
        .containsKey("X-other")
        .doesNotContainKeys("X-mine", "Keep-alive", "Te", "Upgrade");
  }

  @Test
  void theAnswerComesAsTheServiceGaveIt() throws Exception {
    incident()
        .answers(
            exchange -> {
              exchange.getResponseHeaders().put("Set-cookie", List.of("a=1", "b=2"));
              exchange.getResponseHeaders().set("ETag", "\"7\"");
              exchange.getResponseHeaders().set("Location", "/v1/incidents/INC-1");
              PlayedService.answer(exchange, 201, "{}");
            });

    HttpResponse<String> answer =
        http.send(
            to("/v1/incidents")
                .header("Authorization", "Bearer k")
                .header("Cookie", "s=1")
                .POST(HttpRequest.BodyPublishers.ofString("{\"title\": 1}"))
                .build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
    assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
    assertThat(answer.headers().firstValue("Location")).contains("/v1/incidents/INC-1");
    assertThat(incident().onlyAsked().all("Authorization")).containsExactly("Bearer k");
    assertThat(incident().onlyAsked().all("Cookie")).containsExactly("s=1");
    assertThat(incident().onlyAsked().all("Content-length")).containsExactly("12");
  }

  @Test
  void answersWithoutBodyEndWhereTheyShould() throws Exception {
    for (int status : new int[] {204, 304}) {
      incident().answers(exchange -> exchange.sendResponseHeaders(status, -1));
      try (Wire wire = wire()) {
        String both =
            wire.head("GET /status HTTP/1.1", "Host: h")
                .head("GET /nothing HTTP/1.1", "Host: h", "Connection: close")
                .rest();

        assertThat(both).startsWith("HTTP/1.1 " + status + " ").contains("\r\n\r\nHTTP/1.1 404 ");
      }
    }
  }

  @Test
  void aHeadHasTheLengthOfTheBodyThatItDoesNotHave() throws Exception {
    incident()
        .answers(
            exchange -> {
              exchange.getResponseHeaders().set("Content-Length", "1234");
              exchange.sendResponseHeaders(200, -1);
            });

    HttpResponse<String> head =
        http.send(to("/status").HEAD().build(), HttpResponse.BodyHandlers.ofString());

    assertThat(head.headers().firstValue("Content-Length")).contains("1234");
    assertThat(head.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/incidents/../events",
        "/v1/incidents/%2e%2e/events",
        "/v1/incidents/..%2fevents",
        "/v1/incidentsx",
        "//q/health",
        "http://127.0.0.1/status",
        "*",
        "/q/metrics"
      })
  void whatBelongsToNobodyReachesNobody(String target) throws Exception {
    try (Wire wire = wire()) {
      String answer =
          wire.head("GET " + target + " HTTP/1.1", "Host: h", "Connection: close").rest();

      assertThat(answer).startsWith("HTTP/1.1 404 ");
    }
    assertThat(services.values()).allMatch(service -> service.asked().isEmpty());
  }

  @Test
  void programsGetAProblemAndBrowsersAPageWhereNothingIs() throws Exception {
    HttpResponse<String> problem = get("/q/metrics", "Accept", "application/json");
    HttpResponse<String> page = get("/nothing", "Accept", "text/html,*/*;q=0.8");

    assertThat(problem.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(Api.parse(problem.body()).path("type").asText()).isEqualTo("/errors.html#not-found");
    assertThat(Api.parse(problem.body()).path("status").asInt()).isEqualTo(404);
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=utf-8");
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'");
    assertThat(page.body()).contains("<h1>Not found</h1>");
  }

  @Test
  void aServiceThatDoesNotRunIsUnavailableAndTheOthersAreNot() throws Exception {
    services.get(Service.ROTATION).close();

    HttpResponse<String> problem = get("/v1/teams");
    HttpResponse<String> page = get("/sign-in", "Accept", "text/html");

    assertThat(problem.statusCode()).isEqualTo(503);
    assertThat(Api.parse(problem.body()).path("type").asText())
        .isEqualTo("/errors.html#unavailable");
    assertThat(Api.parse(problem.body()).path("detail").asText())
        .startsWith("The rotation-service does not answer at the moment.");
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("The rotation-service does not answer at the moment.");
    assertThat(get("/status").statusCode()).isEqualTo(200);
  }

  @Test
  void aServiceThatStartsAgainAnswersAtOnce() throws Exception {
    PlayedService replaced = services.get(Service.ROTATION);
    get("/v1/teams");
    replaced.close();
    assertThat(get("/v1/teams").statusCode()).isIn(502, 503);

    try (PlayedService again = new PlayedService("again", replaced.address().getPort())) {
      assertThat(get("/v1/teams").body()).isEqualTo("again");
      assertThat(again.asked()).hasSize(1);
    }
  }

  @Test
  void anOldProtocolIsRefused() throws Exception {
    try (Wire wire = wire()) {
      assertThat(wire.head("GET /status HTTP/1.0").rest()).contains(" 505 ");
    }
  }

  @Test
  void aBodyWithTwoLengthsIsRefused() throws Exception {
    try (Wire wire = wire()) {
      wire.head(
          "POST /v1/incidents HTTP/1.1", "Host: h", "Content-Length: 5", "Content-Length: 50");

      assertThat(wire.until("\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }
    assertThat(incident().asked()).isEmpty();
  }

  @Test
  void aBodyInChunksThatAlsoNamesALengthArrivesInChunksOnly() throws Exception {
    try (Wire wire = wire()) {
      wire.head(
          "POST /v1/incidents HTTP/1.1",
          "Host: h",
          "Content-Length: 500",
          "Transfer-Encoding: chunked");

      assertThat(wire.send("0\r\n\r\n").until("incident")).startsWith("HTTP/1.1 200 ");
    }
    assertThat(incident().onlyAsked().headers()).doesNotContainKey("Content-length");
  }

  @Test
  void headersThatAreTooLongAreRefused() throws Exception {
    try (Wire wire = wire()) {
      wire.head("GET /status HTTP/1.1", "Host: h", "X-Long: " + "x".repeat(40_000));

      assertThat(wire.until("\r\n\r\n")).startsWith("HTTP/1.1 431 ");
    }
    assertThat(incident().asked()).isEmpty();
  }

  @Test
  void itListensOnTheLoopbackInterfaceOnly() {
    assertThatThrownBy(() -> new Socket("127.0.0.2", address.port()).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    assertThatThrownBy(() -> OneAddress.open(address.port(), PathTable.ofChart(), Map.of()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("port " + address.port() + " cannot be used")
        .hasRootCauseInstanceOf(IOException.class);
  }
}
