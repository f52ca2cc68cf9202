package io.watchbill.laptop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.watchbill.laptop.Credentials;
import io.watchbill.laptop.Ports;
import io.watchbill.laptop.Refusal;
import io.watchbill.laptop.SecretFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceCommandTest {
  @TempDir Path secrets;
  @TempDir Path checkout;

  @Test
  void theServicesKnowEachOtherAndTheirDatabase() {
    Map<String, String> environment = command().environment(Service.INCIDENT);

    assertThat(environment)
        .containsEntry("QUARKUS_HTTP_PORT", "9000")
        .containsEntry("WATCHBILL_DATABASE_URL", "postgresql://127.0.0.1:9003/watchbill")
        .containsEntry("QUARKUS_DATASOURCE_USERNAME", "watchbill_incident")
        .containsEntry("WATCHBILL_PEERS_ESCALATION_URL", "http://127.0.0.1:9002");
  }

  @Test
  void linksOfAllServicesBeginWithTheOneAddressThroughWhichRequestsCome() {
    for (Service service : Service.values()) {
      assertThat(command().environment(service))
          .containsEntry("WATCHBILL_PUBLIC_URL", "http://127.0.0.1:9005")
          .containsEntry("WATCHBILL_HTTP_BEHIND_PROXY", "true")
          .containsEntry("WATCHBILL_HTTP_TRUSTED_PROXIES", "127.0.0.1");
    }
  }

  @Test
  void onlyTheOwnerOfKeysLearnsThemAll() {
    ServiceCommand command = command();

    assertThat(command.environment(Service.ROTATION)).containsKey("WATCHBILL_ACCESS_ADMIN_KEY");
    assertThat(command.environment(Service.INCIDENT))
        .doesNotContainKey("WATCHBILL_ACCESS_ADMIN_KEY");
    assertThat(command.environment(Service.ESCALATION))
        .doesNotContainKey("WATCHBILL_ACCESS_ADMIN_KEY");
  }

  @Test
  void eachServiceCallsItsPeersWithAKeyOfItsOwn() {
    ServiceCommand command = command();

    String key = command.environment(Service.ESCALATION).get("WATCHBILL_SERVICE_KEY");

    assertThat(command.environment(Service.ROTATION))
        .containsEntry("WATCHBILL_ACCESS_SERVICE_KEYS_ESCALATION", key);
    assertThat(command.environment(Service.INCIDENT).get("WATCHBILL_SERVICE_KEY"))
        .isNotEqualTo(key);
  }

  @Test
  void whatRunsOutOfMemoryEnds() {
    assertThat(command().line(Service.ESCALATION)).contains("-XX:+ExitOnOutOfMemoryError");
  }

  @Test
  void anExecutableIsStartedWithItsLimitOfMemoryButWithoutWhatOnlyAJvmKnows() throws IOException {
    Path target = Files.createDirectories(checkout.resolve("rotation-service/target"));
    Path executable = Files.createFile(target.resolve("rotation-service-1.2.3-runner"));
    Files.createFile(target.resolve("rotation-service-1.2.3.jar"));

    assertThat(command(checkout, Program.EXECUTABLE).line(Service.ROTATION))
        .containsExactly(
            executable.toString(),
            "-Xmx256m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.net.preferIPv4Stack=true");
  }

  @Test
  void whatWasNotBuiltIsRefusedWithTheCommandThatBuildsIt() {
    ServiceCommand command = command(checkout, Program.EXECUTABLE);

    assertThatThrownBy(() -> command.line(Service.INCIDENT))
        .isInstanceOf(Refusal.class)
        .hasMessage(
            "there is no executable of the incident-service; build it with ./watchbill native incident");
  }

  @Test
  void aDevelopedServiceRunsFromItsSources() {
    assertThat(command().developmentLine(Service.ROTATION))
        .startsWith("/home/mvnw")
        .containsSubsequence("-pl", "rotation-service", "-am", "quarkus:dev")
        .contains("-Ddebug=9004");
  }

  private ServiceCommand command() {
    return command(Path.of("/home"), Program.JAR);
  }

  private ServiceCommand command(Path home, Program program) {
    return new ServiceCommand(
        home, new Ports(9000), new Credentials(new SecretFiles(secrets)), program);
  }
}
