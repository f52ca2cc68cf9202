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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Receives messages of Alertmanager. An answer 2xx means that the message is stored for good. */
@Path("/v1/ingest/alertmanager")
@RolesAllowed(Rights.INTEGRATION)
@RunOnVirtualThread
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "intake")
public class IntakeResource {

  private final Intake intake;
  private final Caller caller;
  private final IntakeConfig config;

  IntakeResource(Intake intake, Caller caller, IntakeConfig config) {
    this.intake = intake;
    this.caller = caller;
    this.config = config;
  }

  @POST
  @Operation(operationId = "ingestAlertmanager", summary = "Receive a message of Alertmanager")
  public Receipt receive(
      InputStream body,
      @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String contentType,
      @HeaderParam("User-Agent") @Parameter(hidden = true) @Nullable String userAgent)
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
      summary = "Receive a message of Alertmanager, key in the path")
  public Receipt receiveByPath(
      @PathParam("key") String key,
      InputStream body,
      @HeaderParam("Content-Type") @Parameter(hidden = true) @Nullable String contentType,
      @HeaderParam("User-Agent") @Parameter(hidden = true) @Nullable String userAgent)
      throws IOException {
    return receive(body, contentType, userAgent);
  }
}
