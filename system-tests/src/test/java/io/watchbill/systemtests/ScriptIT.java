package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A person's morning with the script, in order: up, up again, demo, a kill, up, down. The example
 * team is in it, and nothing else.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScriptIT {
  private static final Script SCRIPT = Script.in(Path.of("..").toAbsolutePath().normalize());
  private static final int PORT_BASE = FreePorts.base();
  private static final String ADDRESS = "http://127.0.0.1:" + (PORT_BASE + 5);
  private static Path data;

  @BeforeAll
  static void choosePlace() throws Exception {
    data = Sandbox.freshData("script");
  }

  @AfterAll
  static void stop() {
    run("down");
  }

  @Test
  @Order(1)
  void upReturnsWhenAllIsReady() {
    Script.Run up = up();

    assertThat(up.output())
        .contains("Watchbill is up: " + ADDRESS)
        .contains(ADDRESS + "/v1/ingest/alertmanager/");
    assertThat(up.status()).isZero();
  }

  @Test
  @Order(2)
  void theDoctorFindsNothingThatFailsAtOnce() {
    Script.Run doctor = run("doctor");

    assertThat(doctor.output())
        .contains("ok    here        launcher: Watchbill is running")
        .contains("ok    incident    database: Postgres ")
        .contains("ok    rotation    peers: The escalation-service is ready")
        .contains("warn  escalation  last-page: No page has been acknowledged by its link yet.")
        .contains("0 failed, ")
        .doesNotContain("FAIL", status().path("key").asText());
    assertThat(doctor.status()).isZero();
  }

  @Test
  @Order(2)
  void statusSaysToProgramsWhereEverythingIs() {
    JsonNode status = status();

    assertThat(status.path("address").asText()).isEqualTo(ADDRESS);
    assertThat(status.path("incident").asText()).isEqualTo("http://127.0.0.1:" + PORT_BASE);
    assertThat(status.path("rotation").asText()).endsWith(":" + (PORT_BASE + 1));
    assertThat(status.path("escalation").asText()).endsWith(":" + (PORT_BASE + 2));
    assertThat(status.path("key").asText()).startsWith("wb_");
  }

  @Test
  @Order(2)
  void oneAddressLeadsToAllThreeServices() {
    Api all = new Api(URI.create(ADDRESS), status().path("key").asText());

    for (String path : List.of("/v1/incidents", "/v1/people/carol", "/v1/policies/security")) {
      assertThat(all.get(path).status()).as(path).isEqualTo(200);
    }
    assertThat(all.get("/status").status()).isEqualTo(200);
    for (String path : List.of("/q/health/ready", "/q/metrics", "/v1/caller", "/v1/events")) {
      assertThat(all.get(path).body().path("detail").asText())
          .as(path)
          .isEqualTo("Nothing of Watchbill is at this path.");
    }
  }

  @Test
  @Order(2)
  void theExamplesLeadIsAdminAndMaySignIn() {
    assertThat(api("rotation").get("/v1/grants/person/carol").body().at("/grants/0/right").asText())
        .isEqualTo("admin");
  }

  @Test
  @Order(3)
  void aSecondUpSaysThatItIsRunning() {
    Script.Run again = up();

    assertThat(again.output()).contains("already running");
  }

  @Test
  @Order(4)
  void theDemoShowsTheWholeWayOfAnAlert() {
    Script.Run demo = run("demo");

    assertThat(demo.output())
        .containsSubsequence("is firing", "PAGE ", "is acknowledged", "is resolved");
    assertThat(demo.status()).isZero();
  }

  @Test
  @Order(5)
  void theExampleHasSomebodyOnCallInEveryRole() {
    JsonNode onCall = api("rotation").get("/v1/on-call").expectSuccess("on-call");

    assertThat(onCall.path("items").valueStream().map(item -> item.path("role").asText()))
        .contains("primary", "secondary", "lead", "legal", "cto");
    assertThat(onCall.path("items").valueStream())
        .allSatisfy(item -> assertThat(item.path("people").isEmpty()).isFalse());
  }

  @Test
  @Order(6)
  void afterAKillOfTheLauncherUpWorksAgainAndNothingIsLost() {
    JsonNode incident = api("incident").get("/v1/incidents?limit=1").body().at("/items/0");
    Sandbox.kill(ProcessHandle.of(status().path("launcher").asLong()).orElseThrow());

    Script.Run up = up();

    assertThat(up.output()).contains("Stopped what an earlier run had left behind.");
    assertThat(up.status()).isZero();
    assertThat(api("incident").get("/v1/incidents?limit=1").body().at("/items/0"))
        .isEqualTo(incident);
  }

  @Test
  @Order(7)
  void aServiceThatIsKilledIsStartedAgain() {
    long pid = Long.parseLong(firstLine(data.resolve("run/incident-service")));
    Sandbox.kill(ProcessHandle.of(pid).orElseThrow());

    await()
        .atMost(60, SECONDS)
        .ignoreExceptions()
        .until(() -> api("incident").get("/v1/incidents?limit=1").status() == 200);
  }

  @Test
  @Order(8)
  void afterAKillOfEverythingUpWorksAgainAndNothingIsLost() {
    JsonNode incident = api("incident").get("/v1/incidents?limit=1").body().at("/items/0");
    Sandbox.kill(ProcessHandle.of(status().path("launcher").asLong()).orElseThrow());
    for (String mark :
        List.of(
            "postgres/postmaster.pid",
            "run/incident-service",
            "run/rotation-service",
            "run/escalation-service")) {
      Sandbox.kill(ProcessHandle.of(Long.parseLong(firstLine(data.resolve(mark)))).orElseThrow());
    }

    assertThat(up().status()).isZero();
    assertThat(api("incident").get("/v1/incidents?limit=1").body().at("/items/0"))
        .isEqualTo(incident);
  }

  @Test
  @Order(9)
  void downStopsEverything() {
    Script.Run down = run("down");

    assertThat(down.output()).contains("has stopped");
    assertThat(run("status").output()).contains("is not running");
    assertThat(ProcessHandle.allProcesses().map(p -> p.info().commandLine().orElse("")))
        .noneMatch(line -> line.contains(data.resolve("postgres").toString()));
    assertThat(run("demo").output()).contains("start it first with ./watchbill up");
  }

  private static Script.Run up() {
    return SCRIPT
        .with(Map.of())
        .run("up", "--detach", "--port-base", "" + PORT_BASE, "--data", data.toString());
  }

  private static Script.Run run(String command) {
    return SCRIPT.run(command, "--data", data.toString());
  }

  private static JsonNode status() {
    return Api.parse(SCRIPT.run("status", "--json", "--data", data.toString()).output());
  }

  private static Api api(String service) {
    JsonNode status = status();
    return new Api(URI.create(status.path(service).asText()), status.path("key").asText());
  }

  private static String firstLine(Path file) {
    try {
      return Files.readAllLines(file).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
