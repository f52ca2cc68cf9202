package io.watchbill.escalation.rehearsal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.escalation.EscalationRepository;
import io.watchbill.escalation.onwatch.KeptShiftRepository;
import io.watchbill.escalation.plan.Anchors;
import io.watchbill.escalation.plan.Facts;
import io.watchbill.escalation.plan.KeptShifts;
import io.watchbill.escalation.plan.Policy;
import io.watchbill.escalation.plan.Rehearsal;
import io.watchbill.escalation.plan.Target;
import io.watchbill.escalation.policy.Definition;
import io.watchbill.escalation.policy.PolicyBook;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who would be paged, and why? By the function that decides in earnest. */
@Path("/v1/policies/{id}/dry-run")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "policies")
@RolesAllowed(Rights.VIEWER)
@RunOnVirtualThread
public class DryRunResource {
  private static final Duration LENGTH = Duration.ofDays(31);

  private final Database database;
  private final PolicyBook policies;
  private final KeptShiftRepository shifts;

  DryRunResource(Database database, PolicyBook policies, KeptShiftRepository shifts) {
    this.database = database;
    this.policies = policies;
    this.shifts = shifts;
  }

  @POST
  @Operation(
      operationId = "dryRunPolicy",
      summary = "Says who would be paged for an incident that nobody acknowledges, and why",
      description =
          "Changes nothing. By the shifts that are kept, at most 16 days ahead; beyond them it is"
              + " unknown who is on watch, and the answer says so.")
  public DryRunView run(String id, DryRunRequest request) {
    if (request == null) {
      throw Problem.invalid("", "Facts are expected.");
    }
    return database.read(
        tx -> {
          DryRunRequest incident = request.checked(tx.now());
          Definition definition =
              policies.current(tx, id).orElseThrow(() -> Problem.notFound("policy", id));
          KeptShifts kept =
              shifts.between(tx, definition.rotations(), incident.at(), incident.at().plus(LENGTH));
          return view(definition.policy(), walk(definition.policy(), incident, kept));
        });
  }

  private static List<Rehearsal.Turn> walk(Policy policy, DryRunRequest request, KeptShifts kept) {
    Instant at = request.at();
    Facts facts =
        new Facts(
            false,
            request.facts().severity(),
            new TreeSet<>(request.facts().tags()),
            new Anchors(at, at, at),
            Map.of(),
            Optional.ofNullable(request.facts().acknowledgeSla()),
            Optional.empty(),
            Optional.empty());
    return Rehearsal.walk(policy, facts, kept, at, LENGTH);
  }

  private static DryRunView view(Policy policy, List<Rehearsal.Turn> turns) {
    return new DryRunView(
        turns.stream()
            .flatMap(turn -> turn.decision().pages().stream())
            .map(page -> page(page))
            .toList(),
        turns.stream().flatMap(turn -> steps(policy, turn).stream()).toList(),
        turns.getLast().decision().waiting().stream()
            .map(
                waiting ->
                    new DryRunView.NotTaken(
                        policy.steps().get(waiting.key().step()).name(), waiting.reason()))
            .toList(),
        turns.stream().flatMap(turn -> alarms(turn).stream()).toList());
  }

  private static DryRunView.Paged page(io.watchbill.escalation.plan.PageOrder page) {
    String target =
        switch (page.target()) {
          case Target.Person person -> person.id();
          case Target.Webhook hook -> "webhook:" + hook.id();
          case Target.RoleOf role -> role.role();
        };
    return new DryRunView.Paged(page.due(), target, page.stepName(), page.branch(), page.reason());
  }

  private static List<DryRunView.Step> steps(Policy policy, Rehearsal.Turn turn) {
    return turn.decision().outcomes().stream()
        .map(
            outcome ->
                new DryRunView.Step(
                    outcome.due(),
                    policy.steps().get(outcome.key().step()).name(),
                    outcome.key().pass(),
                    outcome.key().repetition(),
                    EscalationRepository.wire(outcome.kind()),
                    outcome.reason()))
        .toList();
  }

  private static List<DryRunView.Alarm> alarms(Rehearsal.Turn turn) {
    return turn.decision().alarms().stream()
        .map(alarm -> new DryRunView.Alarm(turn.at(), alarm.kind().text(), alarm.reason()))
        .toList();
  }
}
