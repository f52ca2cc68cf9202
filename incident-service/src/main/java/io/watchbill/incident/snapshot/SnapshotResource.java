package io.watchbill.incident.snapshot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.incident.IncidentLists;
import io.watchbill.incident.visibility.Visibility;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.Problem;
import io.watchbill.kit.slice.Items;
import io.watchbill.kit.slice.Slice;
import io.watchbill.kit.slice.SliceRequest;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets the escalation-service compare its snapshots, and fetch those that differ. */
@Path("/v1/snapshots")
@RolesAllowed(Rights.SERVICE)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "snapshots")
public class SnapshotResource {
  private static final UUID BEFORE_ALL = new UUID(0, 0);
  private static final UUID BEHIND_ALL = new UUID(-1, -1);
  private static final int RANGE = 500;
  static final String ID = "01a204e1-88ea-72e4-a572-ade8ac74a63b";

  private final Database database;
  private final IncidentLists lists;
  private final SnapshotReader snapshots;
  private final Visibility visibility;
  private final Caller caller;

  SnapshotResource(
      Database database,
      IncidentLists lists,
      SnapshotReader snapshots,
      Visibility visibility,
      Caller caller) {
    this.database = database;
    this.lists = lists;
    this.snapshots = snapshots;
    this.visibility = visibility;
    this.caller = caller;
  }

  /** Which snapshots to read. */
  @RegisterForReflection
  public record SnapshotRequest(
      @NotNull(message = "A list of ids is needed.")
          @Size(max = 500, message = "At most 500 ids.")
          @Schema(examples = "[\"" + ID + "\"]")
          List<@NotNull UUID> ids) {}

  @GET
  @Operation(
      operationId = "listSnapshotVersions",
      summary = "List open incidents and their versions")
  public Response versions(
      @QueryParam("after") @Nullable String after,
      @QueryParam("through") @Nullable String through,
      @BeanParam SliceRequest page,
      @Context UriInfo uri) {
    UUID first = id("after", after, BEFORE_ALL);
    UUID last = id("through", through, BEHIND_ALL);
    UUID behind = cursor(page).orElse(first);
    List<SnapshotVersion> rows =
        database.read(
            tx ->
                lists.openVersions(tx, visible(), behind, last, page.limitPlusOne()).stream()
                    .map(SnapshotVersion::of)
                    .toList());
    return Slice.of(rows, page, row -> row.id().toString()).toResponse(uri);
  }

  @GET
  @Path("/digests")
  @Operation(operationId = "listSnapshotDigests", summary = "List digests of open incidents")
  public Response digests(@BeanParam SliceRequest page, @Context UriInfo uri) {
    UUID behind = cursor(page).orElse(BEFORE_ALL);
    List<SnapshotDigest> rows =
        database.read(
            tx ->
                lists.openDigests(tx, visible(), behind, RANGE, page.limitPlusOne()).stream()
                    .map(SnapshotDigest::of)
                    .toList());
    return Slice.of(rows, page, row -> row.through().toString()).toResponse(uri);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "readSnapshots", summary = "Read snapshots of incidents")
  public Items<IncidentSnapshot> read(
      @Valid @NotNull(message = "A body is needed.") SnapshotRequest request) {
    return new Items<>(snapshots.of(request.ids(), visible()));
  }

  private VisibleIncidents visible() {
    return visibility.to(caller.principal());
  }

  private static Optional<UUID> cursor(SliceRequest page) {
    try {
      return page.after().map(UUID::fromString);
    } catch (IllegalArgumentException e) {
      throw SliceRequest.invalidCursor();
    }
  }

  private static UUID id(String parameter, @Nullable String value, UUID absent) {
    try {
      return value == null ? absent : UUID.fromString(value);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(parameter, "The id of an incident is a UUID.");
    }
  }
}
