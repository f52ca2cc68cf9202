package io.watchbill.incident.snapshot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An open incident and its version. */
@RegisterForReflection
@Schema(name = "SnapshotVersion")
public record SnapshotVersion(
    @Schema(examples = SnapshotResource.ID) UUID id, @Schema(examples = "7") long version) {

  static SnapshotVersion of(Row row) {
    return new SnapshotVersion(row.getUUID("id"), row.getLong("version"));
  }
}
