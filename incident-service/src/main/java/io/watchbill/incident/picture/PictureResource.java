package io.watchbill.incident.picture;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.mutiny.sqlclient.Row;
import io.watchbill.incident.incident.IncidentRepository;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.paging.Items;
import io.watchbill.kit.paging.Page;
import io.watchbill.kit.paging.PageRequest;
import io.watchbill.kit.problem.Problem;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
  private static final UUID BEHIND_ALL = new UUID(-1, -1);
  private static final int RANGE = 500;
  private static final String ID = "01a204e1-88ea-72e4-a572-ade8ac74a63b";

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
      @Schema(examples = ID) UUID id, @Schema(examples = "7") long version) {}

  /**
   * The open incidents of a range of ids in short.
   *
   * @param through the last id of the range, which begins behind the one before
   */
  @RegisterForReflection
  public record PictureDigest(
      @Schema(examples = ID) UUID through,
      @Schema(examples = "500") long count,
      @Schema(
              description =
                  "The exclusive or of uuid_hash_extended(id, version), as Postgres has it: differs"
                      + " when one of them does.",
              examples = "-7046029254386353131")
          String digest) {}

  /** Whose pictures are wanted. */
  @RegisterForReflection
  public record PictureRequest(
      @NotNull(message = "A list of ids is needed.")
          @Size(max = 500, message = "At most 500 ids.")
          @Schema(examples = "[\"" + ID + "\"]")
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
  public Response versions(
      @Parameter(description = "Only incidents behind this id.", example = ID) @QueryParam("after")
          String after,
      @Parameter(description = "Only incidents up to this id.", example = ID) @QueryParam("through")
          String through,
      @BeanParam PageRequest page,
      @Context UriInfo uri) {
    UUID first = id("after", after, BEFORE_ALL);
    UUID last = id("through", through, BEHIND_ALL);
    UUID behind = cursor(page).orElse(first);
    List<PictureVersion> rows =
        database.read(
            tx ->
                repository.openVersions(tx, behind, last, page.limitPlusOne()).stream()
                    .map(row -> new PictureVersion(row.getUUID("id"), row.getLong("version")))
                    .toList());
    return Page.of(rows, page, row -> row.id().toString()).toResponse(uri);
  }

  @GET
  @Path("/digests")
  @Operation(
      operationId = "listPictureDigests",
      summary = "Open incidents in ranges of ids, in short",
      description =
          "All open incidents by id, 500 in each range, with a digest of their ids and versions:"
              + " by these the escalation-service finds in which ranges it has missed something.")
  @APIResponse(
      responseCode = "200",
      description = "A page; the next one is in the header Link",
      content = @Content(schema = @Schema(implementation = DigestList.class)))
  public Response digests(@BeanParam PageRequest page, @Context UriInfo uri) {
    UUID behind = cursor(page).orElse(BEFORE_ALL);
    List<PictureDigest> rows =
        database.read(
            tx ->
                repository.openDigests(tx, behind, RANGE, page.limitPlusOne()).stream()
                    .map(PictureResource::digest)
                    .toList());
    return Page.of(rows, page, row -> row.through().toString()).toResponse(uri);
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

  private static PictureDigest digest(Row row) {
    return new PictureDigest(row.getUUID("through"), row.getLong("count"), row.getString("digest"));
  }

  private static Optional<UUID> cursor(PageRequest page) {
    try {
      return page.after().map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw PageRequest.invalidCursor();
    }
  }

  private static UUID id(String parameter, String value, UUID absent) {
    try {
      return value == null ? absent : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(parameter, "The id of an incident is a UUID.");
    }
  }

  /** For the description of the API only. */
  record VersionList(List<PictureVersion> items) {}

  /** For the description of the API only. */
  record DigestList(List<PictureDigest> items) {}
}
