package io.watchbill.escalation.engine;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The people who are paged because somebody asked.
 *
 * @param step the step of the policy that was taken early; null if the target was chosen
 * @param paged empty if all were paged before
 * @param unreachable people to page who have no contact method
 */
@RegisterForReflection
@Schema(name = "Escalated")
public record Notified(
    UUID incident,
    int round,
    @Schema(examples = "secondary") @Nullable String step,
    @Schema(examples = "[\"bob\"]") List<String> paged,
    @Schema(description = "People to page who have no contact method", examples = "[]")
        List<String> unreachable,
    @Schema(examples = "escalated by alice, out of depth") String reason) {

  /** Returns the result for the people to page. */
  static Notified of(
      IncidentSnapshot snapshot,
      @Nullable String step,
      List<String> people,
      Paged paged,
      String reason) {
    List<String> unreachable =
        paged.made().stream()
            .filter(page -> !page.isReached())
            .map(Paged.Made::target)
            .distinct()
            .toList();
    List<String> reached = people.stream().filter(person -> !unreachable.contains(person)).toList();
    return new Notified(snapshot.id(), snapshot.round(), step, reached, unreachable, reason);
  }
}
