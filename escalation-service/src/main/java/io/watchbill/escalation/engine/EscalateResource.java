package io.watchbill.escalation.engine;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Escalating by hand: responders of the team, and whoever was paged of the incident. */
@Path("/v1/escalations/{incident}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "escalations")
@RolesAllowed("**")
@RunOnVirtualThread
public class EscalateResource {
  private final ManualEscalation escalating;
  private final IdempotencyKeys idempotency;
  private final Directory directory;
  private final Caller caller;

  EscalateResource(
      ManualEscalation escalating,
      IdempotencyKeys idempotency,
      Directory directory,
      Caller caller) {
    this.escalating = escalating;
    this.idempotency = idempotency;
    this.directory = directory;
    this.caller = caller;
  }

  @POST
  @Path("/escalate")
  @Operation(
      operationId = "escalateIncident",
      summary = "Takes the next step of the policy now, or tells whom the caller chooses",
      description =
          "The next step is the earliest of the main branch that was not taken and whose condition"
              + " is met, else any that was not taken; also after an acknowledgement, and where the"
              + " policy escalates nothing by itself. Whom the rotation-service does not know cannot be"
              + " chosen; while it does not answer, that stands in the header"
              + " Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "200",
      description = "Who is told",
      content = @Content(schema = @Schema(implementation = Notified.class)))
  @APIResponse(responseCode = "400", description = "No reason, or a target that does not exist")
  @APIResponse(
      responseCode = "409",
      description = "Nobody can be told, or the incident is resolved or muted")
  public Response escalate(
      UUID incident,
      @HeaderParam("Idempotency-Key") @Parameter(example = "a1b2") String key,
      ManualTarget body) {
    ManualTarget asked = ManualTarget.checked(body);
    Principal by = caller.principal();
    Directory.Found found = directory.lookNow(asked.named());
    asked.refuse(found.missing());
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
  @Operation(
      operationId = "requestBackup",
      summary = "Tells the secondary too, without handing the incident over",
      description =
          "Whoever is secondary of the rotation that the policy names first. Once in a round: asked"
              + " for again, nobody is told twice.")
  @APIResponse(
      responseCode = "200",
      description = "Who is told; nobody if they were told before",
      content = @Content(schema = @Schema(implementation = Notified.class)))
  @APIResponse(
      responseCode = "409",
      description = "Nobody can be told, or the incident is resolved or muted")
  public Response backup(
      UUID incident,
      @HeaderParam("Idempotency-Key") @Parameter(example = "a1b2") String key,
      ManualTarget.Backup body) {
    String note = body == null ? null : ManualTarget.checkNote(body.note());
    Principal by = caller.principal();
    return idempotency.once(
        key,
        by.getName(),
        "POST /v1/escalations/" + incident + "/backup",
        new ManualTarget.Backup(note),
        tx -> Answer.ok(escalating.backup(tx, incident, note, by)));
  }
}
