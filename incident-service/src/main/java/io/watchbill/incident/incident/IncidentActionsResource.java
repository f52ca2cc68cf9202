package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * What people do with an incident. Each action answers 200 and the incident, also if nothing
 * changes, and needs the right {@code responder} for the incident's team.
 */
@Path("/v1/incidents/{id}")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class IncidentActionsResource {
  private final IncidentActions actions;
  private final ResolvingByHand resolving;
  private final IncidentAnswers answers;
  private final IdempotencyKeys idempotency;
  private final Caller caller;

  IncidentActionsResource(
      IncidentActions actions,
      ResolvingByHand resolving,
      IncidentAnswers answers,
      IdempotencyKeys idempotency,
      Caller caller) {
    this.actions = actions;
    this.resolving = resolving;
    this.answers = answers;
    this.idempotency = idempotency;
    this.caller = caller;
  }

  @POST
  @Path("/acknowledge")
  @Operation(operationId = "acknowledgeIncident", summary = "Acknowledge an incident")
  public IncidentView acknowledge(
      @PathParam("id") String id, @Valid IncidentBodies.@Nullable Note note) {
    return answers.view(actions.acknowledge(id, caller.principal(), IncidentBodies.Note.of(note)));
  }

  @POST
  @Path("/unacknowledge")
  @Operation(operationId = "unacknowledgeIncident", summary = "Take an acknowledgement back")
  public IncidentView unacknowledge(
      @PathParam("id") String id, @Valid IncidentBodies.@Nullable Note note) {
    return answers.act(
        id,
        note,
        (incident, by, tx, times) -> incident.lifecycle().unacknowledge(by, tx.now(), times));
  }

  @POST
  @Path("/resolve")
  @Operation(operationId = "resolveIncident", summary = "Resolve an incident")
  public IncidentView resolve(
      @PathParam("id") String id, @Valid IncidentBodies.@Nullable Note note) {
    return answers.view(resolving.resolve(id, caller.principal(), IncidentBodies.Note.of(note)));
  }

  @POST
  @Path("/reopen")
  @Operation(operationId = "reopenIncident", summary = "Reopen a resolved incident")
  public IncidentView reopen(
      @PathParam("id") String id, @Valid IncidentBodies.@Nullable Note note) {
    return answers.act(
        id, note, (incident, by, tx, times) -> incident.lifecycle().reopen(by, tx.now(), times));
  }

  @POST
  @Path("/comment")
  @Operation(operationId = "commentIncident", summary = "Comment on an incident")
  public Response comment(
      @PathParam("id") String id,
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Comment body) {
    Principal principal = caller.principal();
    String text = IncidentBodies.clean(body.text());
    return idempotency.once(
        key,
        principal.getName(),
        "POST /v1/incidents/" + id + "/comment",
        body,
        tx -> {
          Incident after =
              actions.act(
                  tx,
                  actions.find(tx, principal, id),
                  principal,
                  null,
                  (incident, by, same, times) ->
                      incident.lifecycle().edits().comment(text, by, same.now()));
          return Answer.ok(answers.view(tx, after));
        });
  }
}
