package io.watchbill.rotation.archive;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import io.watchbill.rotation.input.Id;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The endpoint that archives teams. */
@Path("/v1/teams")
@RunOnVirtualThread
@Tag(name = "teams")
public class TeamArchiveResource {
  private final ArchiveService archive;

  TeamArchiveResource(ArchiveService archive) {
    this.archive = archive;
  }

  @DELETE
  @Path("/{id}")
  @RolesAllowed({Rights.ADMIN, Rights.MANAGER})
  @Operation(operationId = "archiveTeam", summary = "Archive a team")
  public Response archive(@PathParam("id") String id) {
    archive.archiveTeam(Id.inPath(id));
    return Response.noContent().build();
  }
}
