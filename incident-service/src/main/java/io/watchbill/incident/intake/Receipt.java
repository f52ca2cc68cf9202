package io.watchbill.incident.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer to a sender once its request is stored.
 *
 * @param request its id in the incoming log
 * @param incidents references of the incidents it touched
 */
@RegisterForReflection
@Schema(description = "The request is stored for good.")
public record Receipt(
    UUID request, @Schema(examples = "[\"INC-12\"]") List<String> incidents, Counts alerts) {

  /**
   * Counts the alerts of the request.
   *
   * @param received in the request, each fingerprint once
   * @param added new episodes
   * @param refreshed known ones that fire on, changed or not
   * @param resolved known ones that ended
   * @param ignored resolved ones that were not open
   * @param cleaned ones that had to be cleaned or trimmed
   */
  @RegisterForReflection
  @Schema(name = "AlertCounts")
  public record Counts(
      int received, int added, int refreshed, int resolved, int ignored, int cleaned) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

    String text() {
      return "%d alerts: %d new, %d refreshed, %d resolved, %d ignored; %d cleaned"
          .formatted(received, added, refreshed, resolved, ignored, cleaned);
    }
  }
}
