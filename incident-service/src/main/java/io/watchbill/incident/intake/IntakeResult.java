package io.watchbill.incident.intake;

import io.watchbill.incident.incident.Incident;
import io.watchbill.incident.intake.Receipt.Counts;
import io.watchbill.incident.visibility.VisibleIncidents;
import io.watchbill.kit.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What a transaction did with a request; a problem if it was refused. */
record IntakeResult(
    UUID request,
    List<Incident> touched,
    Counts counts,
    Optional<Problem> problem,
    RequestOutcome outcome) {

  Receipt receipt(VisibleIncidents visible) {
    List<String> references =
        touched.stream()
            .filter(incident -> visible.includes(incident.viewable()))
            .map(Incident::reference)
            .distinct()
            .toList();
    return new Receipt(request, references, counts);
  }
}
