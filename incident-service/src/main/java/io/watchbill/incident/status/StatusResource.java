package io.watchbill.incident.status;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.incident.OpenIncidentCounts;
import io.watchbill.incident.intake.IntakeMetrics;
import io.watchbill.kit.database.FullDisk;
import io.watchbill.kit.metric.StoredWork;
import io.watchbill.kit.page.Pages;
import io.watchbill.kit.peer.PeerStates;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Shows whether Watchbill works. It does not ask the database, so it answers without one, however
 * often somebody asks.
 */
@Path("/status")
@PermitAll
@RunOnVirtualThread
@Tag(name = "status")
public class StatusResource {
  private final StoredWork stored;
  private final FullDisk fullDisk;
  private final OpenIncidentCounts incidents;
  private final IntakeMetrics intake;
  private final PeerStates peers;
  private final Clock clock;
  private final Pages pages;
  private final Template template;

  StatusResource(
      StoredWork stored,
      FullDisk fullDisk,
      OpenIncidentCounts incidents,
      IntakeMetrics intake,
      PeerStates peers,
      Clock clock,
      Pages pages,
      @Location("status") Template template) {
    this.stored = stored;
    this.fullDisk = fullDisk;
    this.incidents = incidents;
    this.intake = intake;
    this.peers = peers;
    this.clock = clock;
    this.pages = pages;
    this.template = template;
  }

  @GET
  @Produces(Pages.HTML)
  @Operation(operationId = "showStatus", summary = "Show whether Watchbill works")
  public Response page() {
    return pages.html(template.data("status", status()));
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getStatus", summary = "Get the status")
  public ServiceStatus status() {
    StoredWork.Seen seen = stored.seen();
    return ServiceStatus.of(
        clock.instant(),
        intake.lastAccepted(),
        Duration.ofSeconds((long) seen.oldestUnsent()),
        seen.parked(),
        incidents.bySeverity(),
        seen.database(),
        fullDisk.isFull(),
        peers.all());
  }
}
