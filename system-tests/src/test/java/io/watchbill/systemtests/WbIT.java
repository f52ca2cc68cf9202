package io.watchbill.systemtests;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.watchbill.laptop.api.Api;
import io.watchbill.laptop.service.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line as a program of its own, against the running system. */
class WbIT {
  private Sandbox sandbox;
  private WebhookReceiver receiver;
  private Crew crew;
  private Wb wb;

  @BeforeEach
  void start() throws Exception {
    sandbox = Sandbox.shared();
    receiver = new WebhookReceiver();
    crew =
        new Crew(sandbox)
            .withPeople(receiver, "ann", "ben")
            .withStanding("primary:ann", "secondary:ben")
            .withPolicy(
                """
                {"name": "primary", "notify": [{"rotation": "$rotation", "role": "primary"}]},
                {"name": "secondary", "after": {"sla": "acknowledge"},
                 "notify": [{"rotation": "$rotation", "role": "secondary"}]}
                """);
    wb = Wb.of(sandbox);
  }

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aNightAtTheTerminal() {
    String reference = crew.open("Many failed logins", "P1");
    assertThat(wb.run("oncall", crew.id()).out())
        .containsPattern("primary +" + crew.person("ann"))
        .containsPattern("secondary +" + crew.person("ben"));
    assertThat(wb.run("incidents", "--team", crew.id()).out())
        .containsPattern(reference + " +P1 +triggered +" + crew.id() + " .*Many failed logins\n");

    assertThat(wb.run("incident", "ack", reference, "--note", "on it").out())
        .startsWith(reference + " is acknowledged by ");
    assertThat(crew.stateOf(reference)).isEqualTo("acknowledged");
    wb.run("incident", "note", reference, "Größe: 日本");
    assertThat(crew.timelineOf(reference)).anyMatch(text -> text.contains("Größe: 日本"));

    Wb.Run escalated = wb.run("incident", "escalate", reference, "--yes");
    assertThat(escalated.out())
        .isEqualTo("Paged %s about %s.\n".formatted(crew.person("ben"), reference));
    assertThat(wb.run("incident", "resolve", reference).status()).isZero();
    JsonNode shown = Api.parse(wb.run("incident", "show", reference, "-o", "json").out());
    assertThat(shown.path("state").asText()).isEqualTo("resolved");
    assertThat(shown.path("timeline")).hasSizeGreaterThan(3);

    Wb.Run snoozed = wb.run("incident", "snooze", reference, "--for", "1h", "--reason", "late");
    assertThat(snoozed.status()).isEqualTo(6);
    assertThat(snoozed.err()).startsWith("wb: ").hasLineCount(1);
  }

  @Test
  void somebodyIsPagedByHand() {
    Wb.Run paged =
        wb.run("page", crew.id() + "/secondary", "-m", "The shop is down", "--yes", "-o", "json");

    JsonNode answer = Api.parse(paged.out());
    String reference = answer.at("/incident/reference").asText();
    assertThat(answer.at("/escalated/paged/0").asText()).isEqualTo(crew.person("ben"));
    await()
        .atMost(90, SECONDS)
        .untilAsserted(
            () ->
                assertThat(receiver.pagedFor(reference))
                    .containsExactlyInAnyOrder(crew.person("ann"), crew.person("ben")));
  }

  @Test
  void anOverrideIsPreviewedAndThenMade() {
    String[] command = {"override", crew.id(), "primary", crew.person("ben"), "--to", "+2h"};

    Wb.Run refused = wb.run(command);
    assertThat(refused.err())
        .containsPattern("- relieved +" + crew.person("ann"))
        .containsPattern("\\+ on call +" + crew.person("ben"))
        .endsWith("nobody is there to confirm it; repeat the command with --yes\n");
    assertThat(refused.status()).isEqualTo(2);

    assertThat(wb.run(Wb.with(command, "--yes")).out()).contains("is on call as primary of");
    assertThat(wb.run("schedule", "show", crew.id(), "--role", "primary", "--to", "+1d").out())
        .containsSubsequence(crew.person("ann"), crew.person("ben"), crew.person("ann"));
  }

  @Test
  void aPolicyIsTried() {
    Wb.Run run = wb.run("policy", "dry-run", crew.id(), "--severity", "P1");

    assertThat(run.out())
        .containsPattern("at once +" + crew.person("ann") + " +on call as primary")
        .containsPattern("\\+15m +" + crew.person("ben") + " +on call as secondary");
  }

  @Test
  void anIntegrationIsAddedAndTitlesOfItsAlertsAreHarmless() throws Exception {
    Path key = Path.of("target", crew.id() + ".key");
    Wb.Run added =
        wb.run("integration", "add", crew.id(), "--team", crew.id(), "--key-file", key.toString());
    assertThat(added.err()).isEmpty();
    assertThat(Files.getPosixFilePermissions(key)).hasSize(2);
    new Api(sandbox.address(Service.INCIDENT), Files.readString(key).strip())
        .post(
            "/v1/ingest/alertmanager",
            """
            {"version": "4", "groupKey": "x", "status": "firing", "receiver": "wb",
             "groupLabels": {}, "commonLabels": {}, "commonAnnotations": {}, "externalURL": "",
             "alerts": [{"status": "firing", "startsAt": "2026-03-01T00:00:00Z",
               "labels": {"alertname": "Bad\\u001b]0;owned\\u0007\\u009b2J\\u202egpj.\\r\\n"},
               "annotations": {"summary": "Bad\\u001b[2J\\u009b2J\\u202e\\r\\nINC-0 P0 fake"}}]}
            """)
        .expectSuccess("alert");

    String table = wb.run("incidents", "--team", crew.id()).out();
    String json = wb.run("incidents", "--team", crew.id(), "-o", "json").out();

    assertThat(table.lines()).hasSize(2);
    assertThat(table + json).contains("Bad").doesNotContainPattern("[\\p{Cc}\\p{Cf}&&[^\\n]]");
    assertThat(wb.run("integration", "add", crew.id(), "--team", crew.id()).status()).isEqualTo(6);
  }

  @Test
  void theExitCodeSaysWhyItFailed() {
    Wb.Run wrongKey = wb.with("WATCHBILL_KEY", "wb_wrong").run("oncall");
    assertThat(wrongKey.status()).isEqualTo(4);
    assertThat(wrongKey.err()).startsWith("wb: ").endsWith("; run wb login\n").hasLineCount(1);

    Wb.Run notThere = wb.run("incident", "ack", "INC-999999");
    assertThat(notThere.status()).isEqualTo(3);

    Wb.Run invalid = wb.run("incidents", "--severity", "P9");
    assertThat(invalid.status()).isEqualTo(2);
    assertThat(invalid.err()).contains("P9");

    Wb.Run unreachable =
        Wb.at("http://127.0.0.1:" + FreePorts.one()).with("WATCHBILL_KEY", "wb_x").run("oncall");
    assertThat(unreachable.status()).isEqualTo(5);
    assertThat(unreachable.err()).contains("is not reachable").hasLineCount(1);
    assertThat(unreachable.out()).isEmpty();
  }

  @Test
  void whatWasSetUpIsExportedWhole() {
    JsonNode export = Api.parse(wb.run("export").out());

    assertThat(export.path("people").valueStream().map(person -> person.path("id").asText()))
        .contains("alice", crew.person("ann"));
    assertThat(export.path("policies").valueStream().map(policy -> policy.path("id").asText()))
        .contains("security", crew.id());
    assertThat(export.path("contact-methods").valueStream())
        .anyMatch(method -> method.path("person").asText().equals(crew.person("ben")));
    assertThat(export.toString()).doesNotContain("whsec_");
  }

  @Test
  void theScriptPassesItsVerbsOn() {
    Script.Run run =
        Script.in(Path.of("..").toAbsolutePath().normalize())
            .with(Map.of("XDG_CONFIG_HOME", Path.of("target").toAbsolutePath().toString()))
            .run("oncall", crew.id(), "--data", sandbox.data().toString(), "-o", "yaml");

    assertThat(run.output()).startsWith("items:\n  - rotation: ");
    assertThat(run.status()).isZero();
  }
}
