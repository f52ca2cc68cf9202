package io.watchbill.incident.intake;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Receives messages of Alertmanager. An answer 2xx means that the message is stored for good. */
@Path("/v1/ingest/alertmanager")
@RolesAllowed(Rights.INTEGRATION)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "intake")
public class IntakeResource {
  private static final String EXAMPLE =
      """
      {"version": "4", "groupKey": "{}:{alertname=\\"SSHBruteForce\\"}", "status": "firing",
       "receiver": "watchbill", "truncatedAlerts": 0,
       "groupLabels": {"alertname": "SSHBruteForce"},
       "commonLabels": {"alertname": "SSHBruteForce", "severity": "critical"},
       "commonAnnotations": {"summary": "Many failed logins"},
       "externalURL": "http://alertmanager:9093",
       "alerts": [{"status": "firing", "fingerprint": "5ef77f1f8a3ecfac",
         "labels": {"alertname": "SSHBruteForce", "severity": "critical", "tags": "ransomware"},
         "annotations": {"summary": "Many failed logins"},
         "startsAt": "2026-03-01T09:58:00Z", "endsAt": "0001-01-01T00:00:00Z",
         "generatorURL": "http://prometheus:9090/graph"}]}""";

  private final Intake intake;
  private final Caller caller;
  private final IntakeConfig config;

  IntakeResource(Intake intake, Caller caller, IntakeConfig config) {
    this.intake = intake;
    this.caller = caller;
    this.config = config;
  }

  @POST
  @Operation(
      operationId = "ingestAlertmanager",
      summary = "Receive a message of Alertmanager",
      description =
          "The webhook message, version 4. Few fields are required, unknown ones are accepted. An alert"
              + " that does not fit is cleaned, flagged and still pages.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "firing", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  @APIResponse(
      responseCode = "400",
      description = "Cannot be read; stored, and the team is notified")
  @APIResponse(
      responseCode = "413",
      description = "Too large; its beginning is stored, and the team is notified")
  @APIResponse(responseCode = "503", description = "Not stored; send it again")
  public Receipt receive(
      InputStream body,
      @HeaderParam("Content-Type") @Parameter(hidden = true) String contentType,
      @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent)
      throws IOException {
    RawRequest request =
        RawRequest.read(
            body,
            (int) config.maxBody().asLongValue(),
            (int) config.keepOfOversized().asLongValue(),
            contentType,
            userAgent);
    return intake.receive(caller.id(), request, VisibleIncidents.ALL);
  }

  @POST
  @Path("/{key}")
  @Operation(
      operationId = "ingestAlertmanagerByPath",
      summary = "Receive a message of Alertmanager, key in the path",
      description = "For senders that cannot set headers. Prefer the header: paths end up in logs.")
  @RequestBody(
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(type = SchemaType.OBJECT),
              examples = @ExampleObject(name = "firing", value = EXAMPLE)))
  @APIResponse(
      responseCode = "200",
      description = "Stored",
      content = @Content(schema = @Schema(implementation = Receipt.class)))
  public Receipt receiveByPath(
      @PathParam("key") @Parameter(description = "The integration's key.") String key,
      InputStream body,
      @HeaderParam("Content-Type") @Parameter(hidden = true) String contentType,
      @HeaderParam("User-Agent") @Parameter(hidden = true) String userAgent)
      throws IOException {
    return receive(body, contentType, userAgent);
  }
}
