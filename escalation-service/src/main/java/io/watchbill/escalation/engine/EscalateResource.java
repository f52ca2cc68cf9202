package io.watchbill.escalation.engine;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.escalation.visibility.Visibility;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.database.Database;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Manual escalation, for responders of the team and people paged for the incident. */
@Path("/v1/escalations/{incident}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "escalations")
@RolesAllowed("**")
@RunOnVirtualThread
public class EscalateResource {
  private final Database database;
  private final Visibility visibility;
  private final ManualEscalation escalating;
  private final IdempotencyKeys idempotency;
  private final Directory directory;
  private final Caller caller;

  EscalateResource(
      Database database,
      Visibility visibility,
      ManualEscalation escalating,
      IdempotencyKeys idempotency,
      Directory directory,
      Caller caller) {
    this.database = database;
    this.visibility = visibility;
    this.escalating = escalating;
    this.idempotency = idempotency;
    this.directory = directory;
    this.caller = caller;
  }

  @POST
  @Path("/escalate")
  @Operation(operationId = "escalateIncident", summary = "Escalate an incident now")
  public Response escalate(
      UUID incident,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "a body with a reason is required") ManualTarget asked) {
    asked.check();
    Principal by = caller.principal();
    Directory.Found found = directory.lookNow(asked.named());
    asked.refuse(found.missing());
    demandVisible(incident, by);
    Response answer =
        idempotency.once(
            key,
            by.getName(),
            "POST /v1/escalations/" + incident + "/escalate",
            asked,
            tx -> Answer.ok(escalating.escalate(tx, incident, asked, by)));
    return NotChecked.tell(answer, found.notChecked());
  }

  @POST
  @Path("/backup")
  @Operation(operationId = "requestBackup", summary = "Ask for backup")
  public Response backup(
      UUID incident,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid ManualTarget.@Nullable Backup body) {
    String note = body == null ? null : body.note();
    Principal by = caller.principal();
    demandVisible(incident, by);
    return idempotency.once(
        key,
        by.getName(),
        "POST /v1/escalations/" + incident + "/backup",
        new ManualTarget.Backup(note),
        tx -> Answer.ok(escalating.backup(tx, incident, note, by)));
  }

  /** Also before an answer is repeated. */
  private void demandVisible(UUID incident, Principal by) {
    boolean visible = database.read(tx -> visibility.allows(tx, by, incident));
    if (!visible) {
      throw Problem.notFound("incident", incident);
    }
  }
}
