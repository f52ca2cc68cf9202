package io.watchbill.incident.picture;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.paging.Items;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Where the escalation-service compares what it knows, and fetches what differs. */
@Path("/v1/pictures")
@RolesAllowed(Rights.SERVICE)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "pictures")
public class PictureResource {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;
  private final IncidentRepository repository;
  private final Pictures pictures;

  PictureResource(Database database, IncidentRepository repository, Pictures pictures) {
    this.database = database;
    this.repository = repository;
    this.pictures = pictures;
  }

  /** An open incident and its version. */
  @RegisterForReflection
  public record PictureVersion(
      @Schema(examples = "01a204e1-88ea-72e4-a572-ade8ac74a63b") UUID id,
      @Schema(examples = "7") long version) {}

  /** Whose pictures are wanted. */
  @RegisterForReflection
  public record PictureRequest(
      @NotNull(message = "A list of ids is needed.")
          @Size(max = 500, message = "At most 500 ids.")
          @Schema(examples = "[\"01a204e1-88ea-72e4-a572-ade8ac74a63b\"]")
          List<@NotNull UUID> ids) {}

  @GET
  @Operation(
      operationId = "listPictureVersions",
      summary = "Open incidents and their versions",
      description = "By these the escalation-service finds what it has missed.")
  @APIResponse(
      responseCode = "200",
      description = "A page; the next one is in the header Link",
      content = @Content(schema = @Schema(implementation = VersionList.class)))
  public Response versions(@BeanParam PageRequest page, @Context UriInfo uri) {
    UUID after = page.after().map(PictureResource::uuid).orElse(BEFORE_ALL);
    List<PictureVersion> rows =
        database.read(
            tx ->
                repository.openVersions(tx, after, page.limitPlusOne()).stream()
                    .map(row -> new PictureVersion(row.getUUID("id"), row.getLong("version")))
                    .toList());
    return Page.of(rows, page, row -> row.id().toString()).toResponse(uri);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "readPictures",
      summary = "The pictures of incidents, also of resolved ones",
      description = "At most 500; ids that are unknown are left out.")
  public Items<Picture> read(
      @Valid @NotNull(message = "A body is needed.") PictureRequest request) {
    return new Items<>(pictures.of(request.ids()));
  }

  private static UUID uuid(String key) {
    try {
      return UUID.fromString(key);
    } catch (IllegalArgumentException e) {
      throw PageRequest.invalidCursor();
    }
  }

  /** For the description of the API only. */
  record VersionList(List<PictureVersion> items) {}
}
