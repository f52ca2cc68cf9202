package io.watchbill.incident.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a sender is told once its request is stored.
 *
 * @param request its id in the incoming log
 * @param incidents references of the incidents it touched
 */
@RegisterForReflection
@Schema(description = "The request is stored; nothing of it will be lost.")
public record Receipt(
    UUID request, @Schema(examples = "[\"INC-12\"]") List<String> incidents, Counts alerts) {

  /**
   * How many alerts of the request were what.
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
