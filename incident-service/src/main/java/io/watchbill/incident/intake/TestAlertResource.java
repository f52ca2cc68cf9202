package io.watchbill.incident.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.integration.Integration;
import io.watchbill.incident.integration.IntegrationSettings;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Sends an alert of our own by the way that the sender's alerts take: it opens an incident and
 * pages as the policy says.
 */
@Path("/v1/integrations/{id}/test-alert")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class TestAlertResource {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Severity DEFAULT = Severity.P3;

  private final Database database;
  private final IntegrationSettings integrations;
  private final Intake intake;
  private final Visibility visibility;
  private final Caller caller;
  private final Clock clock;

  TestAlertResource(
      Database database,
      IntegrationSettings integrations,
      Intake intake,
      Visibility visibility,
      Caller caller,
      Clock clock) {
    this.database = database;
    this.integrations = integrations;
    this.intake = intake;
    this.visibility = visibility;
    this.caller = caller;
    this.clock = clock;
  }

  /** What the test alert is like. */
  @RegisterForReflection
  @Schema(name = "TestAlert")
  public record TestAlert(
      @Schema(description = "P3 if absent.", examples = "P2") @Nullable Severity severity) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "sendTestAlert", summary = "Send a test alert")
  public Receipt send(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Nullable TestAlert body) {
    Integration integration =
        database
            .read(tx -> integrations.find(tx, id))
            .orElseThrow(() -> Problem.notFound("integration", id));
    caller.require(Rights.RESPONDER, integration.team());
    Severity severity =
        body == null ? DEFAULT : Objects.requireNonNullElse(body.severity(), DEFAULT);
    byte[] message = message(word(integration, severity), name(key));
    RawRequest request =
        new RawRequest(
            message,
            message.length,
            false,
            Optional.of(MediaType.APPLICATION_JSON),
            Optional.of("Watchbill, test alert of " + caller.name()),
            Optional.empty());
    return intake.receive(id, request, visibility.to(caller.principal()));
  }

  /** A word of the sender's own may mean another severity than ours of the same name. */
  private static String word(Integration integration, Severity severity) {
    return integration.severities().words().entrySet().stream()
        .filter(entry -> entry.getValue() == severity)
        .map(Map.Entry::getKey)
        .sorted()
        .findFirst()
        .orElse(severity.name());
  }

  /** The same request sent again is the same alert, and opens no second incident. */
  private static String name(@Nullable String key) {
    return key == null || key.isBlank()
        ? Ids.next().toString()
        : UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** In the form of Alertmanager; each is a group of its own. */
  private byte[] message(String severity, String test) {
    Map<String, String> labels =
        Map.of("alertname", "Test alert", "severity", severity, "watchbill_test", test);
    Map<String, String> annotations =
        Map.of(
            "summary",
            "Test alert",
            "description",
            "Sent by " + caller.name() + " to see whether somebody is paged.");
    Map<String, Object> alert =
        Map.of(
            "status",
            "firing",
            "labels",
            labels,
            "annotations",
            annotations,
            "startsAt",
            clock.instant().toString(),
            "endsAt",
            "0001-01-01T00:00:00Z",
            "generatorURL",
            "",
            "fingerprint",
            test);
    Map<String, Object> message =
        Map.of(
            "version",
            "4",
            "groupKey",
            "watchbill-test:" + test,
            "status",
            "firing",
            "receiver",
            "watchbill",
            "groupLabels",
            Map.of("alertname", "Test alert"),
            "commonLabels",
            labels,
            "commonAnnotations",
            annotations,
            "externalURL",
            "",
            "alerts",
            List.of(alert));
    try {
      return JSON.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
