package io.watchbill.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.cli.Services;
import io.watchbill.cli.config.Addresses;
import io.watchbill.cli.config.Connection;
import io.watchbill.cli.config.Service;
import io.watchbill.cli.failure.ExitCode;
import io.watchbill.cli.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiTest {
  private final List<Duration> pauses = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private Services services;

  @BeforeEach
  void start() throws Exception {
    services = new Services();
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Test
  void aListIsReadPageByPageAndNowhereElse() {
    services
        .on("GET /v1/people?limit=2", 200, page("ann", "bob"), "Link", next("?cursor=x&limit=2"))
        .on("GET /v1/people?cursor=x&limit=2", page("cid"));

    Items people = api().list(Service.ROTATION, "/v1/people?limit=2", 100);

    assertThat(people.all()).extracting(JsonNode::asText).containsExactly("ann", "bob", "cid");
    assertThat(people.more()).isFalse();
  }

  @Test
  void noMorePagesAreReadThanWereAskedFor() {
    services.on("GET /v1/people?limit=2", 200, page("ann", "bob"), "Link", next("?cursor=x"));

    Items people = api().list(Service.ROTATION, "/v1/people?limit=2", 1);

    assertThat(people.all()).hasSize(1);
    assertThat(people.more()).isTrue();
    assertThat(services.requests()).hasSize(1);
  }

  @Test
  void aBusyServiceIsAskedAgainWithTheSameKey() {
    services
        .on("POST /v1/x", 503, "{}", "Retry-After", "2")
        .on("POST /v1/x", 503, "{}")
        .on("POST /v1/x", "{\"done\": true}");

    JsonNode answer = api().post(Service.INCIDENT, "/v1/x", Json.object());

    assertThat(answer.path("done").asBoolean()).isTrue();
    assertThat(services.requests())
        .extracting(request -> request.header("Idempotency-key"))
        .hasSize(3)
        .doesNotContain("")
        .containsOnly(services.requests().getFirst().header("Idempotency-key"));
    assertThat(pauses).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }

  @Test
  void whatWouldBeDoneTwiceIsSentOnce() {
    services.on("POST /v1/x", 503, "{\"detail\": \"The database does not answer.\"}");

    assertThatThrownBy(() -> api().postOnce(Service.INCIDENT, "/v1/x", Json.object()))
        .hasMessage("The database does not answer; try again later");
    assertThat(services.requests()).hasSize(1);
  }

  @Test
  void aServiceThatWantsMorePatienceThanAPersonHasIsNotWaitedFor() {
    services.on("GET /v1/x", 429, "{\"detail\": \"Too many.\"}", "Retry-After", "120");

    assertThatThrownBy(() -> api().get(Service.INCIDENT, "/v1/x"))
        .hasMessage("Too many; try again in 120 seconds");
    assertThat(services.requests()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "400, USAGE",
    "401, NOT_ALLOWED",
    "403, NOT_ALLOWED",
    "404, NOT_FOUND",
    "409, CONFLICT",
    "412, CONFLICT",
    "500, FAILED",
    "503, UNREACHABLE"
  })
  void aStatusBecomesAnExitCode(int status, ExitCode code) {
    services.on("GET /v1/x", status, "{\"detail\": \"So it is.\"}");

    assertThatThrownBy(() -> api().get(Service.INCIDENT, "/v1/x"))
        .isInstanceOfSatisfying(Failure.class, f -> assertThat(f.code()).isEqualTo(code))
        .hasMessageStartingWith("So it is");
  }

  @Test
  void allThatIsWrongWithARequestIsSaid() {
    services.on(
        "POST /v1/x",
        400,
        """
        {"detail": "The request is not valid.",
         "errors": [{"pointer": "/title", "detail": "must not be empty"},
                    {"pointer": "/team", "detail": "is not known"}]}
        """);

    assertThatThrownBy(() -> api().post(Service.INCIDENT, "/v1/x", Json.object()))
        .hasMessage("The request is not valid; /title: must not be empty; /team: is not known");
  }

  @Test
  void aRedirectionIsNotFollowed() throws Exception {
    try (Services other = new Services()) {
      services.on("GET /v1/x", 302, "", "Location", other.url() + "/v1/x");

      assertThatThrownBy(() -> api().get(Service.INCIDENT, "/v1/x"))
          .hasMessageContaining("answers with a redirection to " + other.url());
      assertThat(other.requests()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"200", "404", "403"})
  void aPageOfSomethingElseIsNotTakenForAnAnswer(int status) {
    services.on("GET /v1/x", status, "<html>Sign in</html>", "Content-Type", "text/html");

    assertThatThrownBy(() -> api().get(Service.INCIDENT, "/v1/x"))
        .hasMessageContaining("is not Watchbill; check the URL")
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ExitCode.UNREACHABLE));
  }

  @Test
  void whatCouldNotBeCheckedIsSaid() {
    services.on("POST /v1/x", 201, "{}", "Watchbill-Not-Checked", "team");

    api().post(Service.INCIDENT, "/v1/x", Json.object());

    assertThat(warnings).containsExactly("could not be checked, and was taken as it is: team");
  }

  @Test
  void nobodyThereIsUnreachableAfterSomeAttempts() {
    services.close();

    assertThatThrownBy(() -> api().get(Service.INCIDENT, "/v1/x"))
        .hasMessage(services.url() + " is not reachable; check the URL and the network")
        .isInstanceOfSatisfying(
            Failure.class, f -> assertThat(f.code()).isEqualTo(ExitCode.UNREACHABLE));
    assertThat(pauses).hasSize(3);
  }

  private Api api() {
    return new Api(
        new Connection(Addresses.parse(services.url()), "wb_x", Optional.empty(), false),
        "wb/test",
        pauses::add,
        warnings::add);
  }

  private static String page(String... items) {
    return "{\"items\": [\"" + String.join("\", \"", items) + "\"]}";
  }

  private static String next(String query) {
    return "<https://elsewhere.example.org/other" + query + ">; rel=\"next\"";
  }
}
