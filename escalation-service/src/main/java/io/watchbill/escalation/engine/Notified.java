package io.watchbill.escalation.engine;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.watchbill.escalation.page.Paged;
import io.watchbill.escalation.snapshot.IncidentSnapshot;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who is told because somebody asked.
 *
 * @param step the step of the policy that was taken before its hour; null if the target was chosen
 * @param told empty if all were told before
 * @param unreachable who was to be told, and has no contact method
 */
@RegisterForReflection
@Schema(name = "Escalated")
public record Notified(
    UUID incident,
    int round,
    @Schema(examples = "secondary") String step,
    @Schema(examples = "[\"bob\"]") List<String> told,
    @Schema(description = "Who was to be told, and has no contact method", examples = "[]")
        List<String> unreachable,
    @Schema(examples = "escalated by alice, out of depth") String reason) {

  /** Of those who were to be told. */
  static Notified of(
      IncidentSnapshot snapshot, String step, List<String> people, Paged paged, String reason) {
    List<String> unreachable =
        paged.made().stream()
            .filter(page -> !page.isReached())
            .map(Paged.Made::target)
            .distinct()
            .toList();
    List<String> told = people.stream().filter(person -> !unreachable.contains(person)).toList();
    return new Notified(snapshot.id(), snapshot.round(), step, told, unreachable, reason);
  }
}
