package io.watchbill.incident.severity;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.paging.Items;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
      summary = "What each severity means and the times allowed, the worst first")
  public Items<SeverityLevel> list() {
    return new Items<>(database.read(catalogue::levels));
  }
}
