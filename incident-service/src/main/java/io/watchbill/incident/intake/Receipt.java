package io.watchbill.incident.intake;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.incident.alert.AlertRepository.Change;
import io.watchbill.incident.alert.AlertRepository.Stored;
import io.watchbill.incident.dialect.IncomingMessage;
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

    static Counts of(IncomingMessage message, List<Stored> stored) {
      int received = message.alerts().size();
      int added = count(stored, Change.NEW);
      int refreshed = count(stored, Change.SAME) + count(stored, Change.CHANGED);
      int resolved = count(stored, Change.CLOSED);
      int ignored = received - added - refreshed - resolved;
      return new Counts(received, added, refreshed, resolved, ignored, (int) message.flagged());
    }

    private static int count(List<Stored> stored, Change change) {
      return (int) stored.stream().filter(alert -> alert.change() == change).count();
    }

    String text() {
      return "%d alerts: %d new, %d refreshed, %d resolved, %d ignored; %d cleaned"
          .formatted(received, added, refreshed, resolved, ignored, cleaned);
    }
  }
}
