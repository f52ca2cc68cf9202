package io.watchbill.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WhoamiCommandTest {
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
  void aPersonSeesTheirNameAndRights() {
    services.on(
        "GET /v1/me",
        """
        {"kind": "person", "id": "alice",
         "person": {"id": "alice", "name": "Alice", "timeZone": "Europe/Berlin", "team": "shop"},
         "grants": [{"right": "responder", "team": "shop"}, {"right": "viewer", "team": null}]}
        """);

    assertThat(WbRun.of(services).run("whoami").out())
        .isEqualTo(
            """
            Name       Alice
            Id         person:alice
            Team       shop
            Time zone  Europe/Berlin
            Rights     responder of shop, viewer
            """);
    assertThat(WbRun.of(services).run("whoami", "-o", "json").out()).contains("\"id\":");
  }

  @Test
  void aKeyThatIsNobodysSaysWhatItIs() {
    services.on("GET /v1/me", "{\"kind\": \"automation\", \"id\": \"ci\", \"grants\": []}");

    assertThat(WbRun.of(services).run("whoami").out())
        .isEqualTo("Id      automation:ci\nRights  none\n");
  }

  @Test
  void aKeyThatIsNotKnownIsRefused() {
    services.on("GET /v1/me", 401, "{\"detail\": \"The key is not known.\"}");

    assertThat(WbRun.of(services).run("whoami").code()).isEqualTo(4);
  }
}
