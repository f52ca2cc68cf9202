package io.watchbill.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.watchbill.cli.Services;
import io.watchbill.cli.WbRun;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginCommandTest {
  @TempDir Path place;
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
  void aKeyThatWorksIsKeptAndUsed() {
    services
        .on("GET /v1/severities", "{\"items\": []}")
        .on("GET /v1/on-call", "{\"items\": [], \"gaps\": []}");

    WbRun.Result login = wb().input("wb_piped\n").run("login", "--url", services.url());
    wb().run("oncall");

    assertThat(login.err()).startsWith("Signed in to " + services.url() + ", profile 'default'");
    assertThat(login.out()).isEmpty();
    assertThat(services.requests().getLast().header("Authorization")).isEqualTo("Bearer wb_piped");
    assertThat(place.resolve("watchbill/config")).content().contains("key = wb_piped\n");
  }

  @Test
  void aPersonTypesBothAndTheKeyIsNotShown() {
    services
        .on("GET /v1/severities", "{\"items\": []}")
        .on("GET /v1/me", "{\"kind\": \"person\", \"id\": \"bob\"}");

    WbRun.Result login = wb().typing(services.url() + "\n").run("login", "--profile", "home");

    assertThat(login.err()).contains("URL: ", "as bob, profile 'home'").doesNotContain("wb_bbb");
    assertThat(place.resolve("watchbill/config")).content().contains("[home]", "person = bob");
  }

  @Test
  void aKeyThatDoesNotWorkIsNotKept() {
    services.on("GET /v1/severities", 401, "{\"detail\": \"The key is not known.\"}");

    WbRun.Result login = wb().input("wb_wrong\n").run("login", "--url", services.url());

    assertThat(login.err()).isEqualTo("wb: The key is not known; run wb login\n");
    assertThat(login.code()).isEqualTo(4);
    assertThat(place.resolve("watchbill/config")).doesNotExist();
  }

  @Test
  void whoSheIsIsLookedUp() {
    services.on("GET /v1/severities", "{\"items\": []}");

    WbRun.Result login =
        wb().input("wb_x\n").run("login", "--url", services.url(), "--as", "nobody");

    assertThat(login.code()).isEqualTo(3);
  }

  @Test
  void anAddressThatIsOpenToOthersIsWarnedOf() {
    WbRun.Result login = wb().input("wb_x\n").run("login", "--url", "http://watchbill.invalid:1");

    assertThat(login.err()).startsWith("wb: without https, everybody on the way can read your key");
    assertThat(login.code()).isEqualTo(5);
  }

  @Test
  void withoutAKeyNothingIsAsked() {
    WbRun.Result login = wb().run("login", "--url", services.url());

    assertThat(login.err()).isEqualTo("wb: what is given as the key is no key: wb_...\n");
    assertThat(services.requests()).isEmpty();
  }

  @Test
  void signingOutForgetsTheKey() {
    services.on("GET /v1/severities", "{\"items\": []}");
    wb().input("wb_piped\n").run("login", "--url", services.url());

    WbRun.Result logout = wb().run("logout");

    assertThat(logout.err()).isEqualTo("Signed out of profile 'default'.\n");
    assertThat(place.resolve("watchbill/config")).content().doesNotContain("wb_piped");
    assertThat(wb().run("logout").code()).isEqualTo(3);
  }

  private WbRun wb() {
    return new WbRun().with("XDG_CONFIG_HOME", place.toString());
  }
}
