package io.watchbill.incident.severity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.lifecycle.Severity;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.slice.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** The catalogue, for whoever has to choose a severity. */
@Path("/v1/severities")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
@Tag(name = "severities")
public class SeverityResource {
  private final Database database;
  private final SeverityCatalogue catalogue;

  SeverityResource(Database database, SeverityCatalogue catalogue) {
    this.database = database;
    this.catalogue = catalogue;
  }

  @GET
  @Operation(
      operationId = "listSeverities",
      summary = "What each severity means and the times allowed, the worst first",
      description = "As this installation has them configured.")
  public Items<SeverityLevel> list() {
    return new Items<>(database.read(catalogue::levels));
  }

  /** When an acknowledgement ends. */
  @RegisterForReflection
  @Schema(name = "AcknowledgementTimeout")
  public record Timeout(
      @DurationMin(minutes = 1, message = "It is at least PT1M.")
          @DurationMax(days = 366, message = "It is at most P366D.")
          @Schema(
              type = SchemaType.STRING,
              description = "Null or absent: never.",
              examples = "PT2H")
          Duration after) {}

  @PUT
  @Path("/{id}/acknowledgement-timeout")
  @RolesAllowed(Rights.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putAcknowledgementTimeout",
      summary = "After how long of silence an acknowledged incident is told again",
      description =
          "An integration may have another. Counted from the last that a person did or said; holds"
              + " for what is acknowledged already, too.")
  public SeverityLevel acknowledgementTimeout(
      @PathParam("id") @Parameter(example = "P1") Severity id,
      @Valid @NotNull(message = "A body is needed.") Timeout body) {
    database.run(
        tx -> {
          catalogue.setAcknowledgementTimeout(tx, id, Optional.ofNullable(body.after()));
        });
    return database.read(catalogue::levels).stream()
        .filter(level -> level.id() == id)
        .findFirst()
        .orElseThrow();
  }
}
