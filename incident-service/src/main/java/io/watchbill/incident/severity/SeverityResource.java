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
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;

/** Shows the catalogue of severities, and sets their acknowledgement time-outs. */
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
  @Operation(operationId = "listSeverities", summary = "List severities")
  public Items<SeverityLevel> list() {
    return new Items<>(database.read(catalogue::levels));
  }

  /** An acknowledgement time-out. */
  @RegisterForReflection
  @Schema(name = "AcknowledgementTimeout")
  public record Timeout(
      @DurationMin(minutes = 1, message = "A time-out is at least PT1M.")
          @DurationMax(days = 366, message = "A time-out is at most P366D.")
          @Schema(
              type = SchemaType.STRING,
              description = "Null or absent: never.",
              examples = "PT2H")
          @Nullable Duration after) {}

  @PUT
  @Path("/{id}/acknowledgement-timeout")
  @RolesAllowed(Rights.ADMIN)
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "putAcknowledgementTimeout",
      summary = "Set the acknowledgement time-out of a severity")
  public SeverityLevel acknowledgementTimeout(
      @PathParam("id") Severity id, @Valid @NotNull(message = "A body is needed.") Timeout body) {
    Optional<Duration> after = Optional.ofNullable(body.after());
    database.run(tx -> catalogue.setAcknowledgementTimeout(tx, id, after));
    return database.read(catalogue::levels).stream()
        .filter(level -> level.id() == id)
        .findFirst()
        .orElseThrow();
  }
}
