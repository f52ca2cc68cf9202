package io.watchbill.laptop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.watchbill.laptop.api.Api;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links that sign people in, of a rotation-service that is played. */
class SignInTest {
  private static final String CAROL_IS_ADMIN =
      """
      {"items": [
        {"kind": "automation", "principal": "robot", "grants": [{"right": "admin"}]},
        {"kind": "person", "principal": "alice", "grants": [{"right": "viewer"}]},
        {"kind": "person", "principal": "carol", "grants": [{"right": "viewer"}, {"right": "admin"}]}
      ]}
      """;

  @TempDir Path place;
  private HttpServer rotation;
  private Installation installation;
  private FileLock lock;
  private String grants = CAROL_IS_ADMIN;
  private int status = 201;

  @BeforeEach
  void start() throws IOException {
    rotation = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    rotation.createContext("/v1/grants", exchange -> answer(exchange, 200, grants));
    rotation.createContext("/v1/sign-in-links", this::link);
    rotation.start();
    installation = new Installation(new DataDirectory(place.resolve("data")));
    installation.data().prepare();
    lock = installation.data().tryLock().orElseThrow();
    installation.starting(new Ports(rotation.getAddress().getPort() - 1));
    installation.ready();
  }

  @AfterEach
  void stop() {
    DataDirectory.release(lock);
    rotation.stop(0);
  }

  @Test
  void anAdminSignsInWhenNobodyIsNamed() {
    assertThat(new SignIn(installation).run(Optional.empty()))
        .isEqualTo("Open http://w.example/sign-in/carol in your browser (works once, 10 minutes).");
  }

  @Test
  void anybodyWhoIsNamedSignsIn() {
    assertThat(new SignIn(installation).run(Optional.of("bob"))).contains("/sign-in/bob ");
  }

  @Test
  void whyThereIsNoLinkIsSaid() {
    status = 404;

    assertThatThrownBy(() -> new SignIn(installation).run(Optional.of("bab")))
        .isInstanceOf(Refusal.class)
        .hasMessage("no link for bab: There is no person 'bab'.");
  }

  @Test
  void whereNobodyIsAdminAPersonMustBeNamed() {
    grants = "{\"items\": []}";

    assertThatThrownBy(() -> new SignIn(installation).run(Optional.empty()))
        .hasMessageContaining("name a person: ./watchbill sign-in alice");
    assertThat(new SignIn(installation).run(Optional.of("bob"))).contains("/sign-in/bob ");
  }

  @Test
  void whereNothingRunsNobodySignsIn() {
    installation.notReady();

    assertThatThrownBy(() -> new SignIn(installation).run(Optional.empty()))
        .hasMessageContaining("start it first with ./watchbill up");
  }

  @Test
  void theWelcomeHasALinkForAnAdmin() {
    assertThat(welcome())
        .contains("Watchbill is up: " + installation.ports().orElseThrow().address())
        .contains(
            "Open http://w.example/sign-in/carol in your browser (works once, 10 minutes);"
                + " `./watchbill sign-in` prints another.");
  }

  @Test
  void theWelcomeNeedsNoLink() {
    status = 404;
    assertThat(welcome()).contains("POST /v1/keys").doesNotContain("/sign-in/");

    status = 201;
    grants = "{\"items\": []}";
    assertThat(welcome()).contains("POST /v1/keys").doesNotContain("/sign-in/");

    rotation.stop(0);
    assertThat(welcome()).contains("POST /v1/keys").doesNotContain("/sign-in/");
  }

  private String welcome() {
    return Welcome.to(installation, installation.ports().orElseThrow()).text();
  }

  private void link(HttpExchange exchange) throws IOException {
    String asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String person = Api.parse(asked).path("person").asText();
    answer(
        exchange,
        status,
        status == 201
            ? """
              {"url": "http://w.example/sign-in/%s", "expiresAt": "%s"}
              """
                .formatted(person, Clock.systemUTC().instant().plus(Duration.ofMinutes(10)))
            : "{\"detail\": \"There is no person '%s'.\"}".formatted(person));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
