package io.watchbill.incident.snapshot;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A digest of the open incidents in a range of ids.
 *
 * @param through the last id of the range, which begins after the last of the range before
 */
@RegisterForReflection
@Schema(name = "SnapshotDigest")
public record SnapshotDigest(
    @Schema(examples = SnapshotResource.ID) UUID through,
    @Schema(examples = "500") long count,
    @Schema(
            description =
                "The exclusive or of Postgres's uuid_hash_extended(id, version); a difference in one of"
                    + " them changes it.",
            examples = "-7046029254386353131")
        String digest) {

  static SnapshotDigest of(Row row) {
    return new SnapshotDigest(
        row.getUUID("through"), row.getLong("count"), row.getString("digest"));
  }
}
