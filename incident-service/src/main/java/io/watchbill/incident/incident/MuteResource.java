package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Rights;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Mutes and snoozes incidents. */
@Path("/v1/incidents/{id}")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class MuteResource {
  private final IncidentAnswers answers;

  MuteResource(IncidentAnswers answers) {
    this.answers = answers;
  }

  @POST
  @Path("/mute")
  @Operation(operationId = "muteIncident", summary = "Mute an incident until an instant")
  public IncidentView mute(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Silence body) {
    String reason = IncidentBodies.clean(body.reason());
    return answers.act(
        id,
        null,
        (incident, by, tx, times) ->
            incident.lifecycle().mutes().mute(body.untilAfter(tx.now()), reason, by, tx.now()));
  }

  @POST
  @Path("/snooze")
  @Operation(operationId = "snoozeIncident", summary = "Snooze an incident until an instant")
  public IncidentView snooze(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Silence body) {
    String reason = IncidentBodies.clean(body.reason());
    return answers.act(
        id,
        null,
        (incident, by, tx, times) ->
            incident.lifecycle().mutes().snooze(body.untilAfter(tx.now()), reason, by, tx.now()));
  }

  @POST
  @Path("/unmute")
  @Operation(operationId = "unmuteIncident", summary = "End a mute or snooze")
  public IncidentView unmute(
      @PathParam("id") String id, @Valid IncidentBodies.@Nullable Note note) {
    return answers.act(
        id,
        note,
        (incident, by, tx, times) -> incident.lifecycle().mutes().unmute(by, tx.now(), times));
  }
}
