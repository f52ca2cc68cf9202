package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.alert.Tags;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Actions on an incident. Each answers 200 and the incident, also if nothing changes, and needs the
 * right {@code responder} for the incident's team.
 */
@Path("/v1/incidents/{id}")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class IncidentActionsResource {
  private final Database database;
  private final IncidentActions actions;
  private final IdempotencyKeys idempotency;
  private final IncidentLinks links;
  private final TeamsAndPolicies names;
  private final Caller caller;

  IncidentActionsResource(
      Database database,
      IncidentActions actions,
      IdempotencyKeys idempotency,
      IncidentLinks links,
      TeamsAndPolicies names,
      Caller caller) {
    this.database = database;
    this.actions = actions;
    this.idempotency = idempotency;
    this.links = links;
    this.names = names;
    this.caller = caller;
  }

  @POST
  @Path("/acknowledge")
  @Operation(
      operationId = "acknowledgeIncident",
      summary = "Acknowledge an incident",
      description =
          "Stops paging. An incident that is already acknowledged stays as it is; a second person who"
              + " acknowledges is recorded, too, and is not paged about this round any more.")
  public IncidentView acknowledge(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return view(actions.acknowledge(id, caller.principal(), Bodies.Note.of(note)));
  }

  @POST
  @Path("/unacknowledge")
  @Operation(
      operationId = "unacknowledgeIncident",
      summary = "Take an acknowledgement back",
      description = "Begins a new round: paging starts again from the first step of the policy.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "The incident is resolved: reopen it instead")
  public IncidentView unacknowledge(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return act(
        id,
        note,
        (incident, by, tx, times) -> incident.lifecycle().unacknowledge(by, tx.now(), times));
  }

  @POST
  @Path("/resolve")
  @Operation(
      operationId = "resolveIncident",
      summary = "Resolve an incident",
      description =
          "Alerts that go on firing do not reopen it for the integration's 'suppressAfterResolve', and"
              + " reopen it then; a new alert of the group reopens it at once.")
  public IncidentView resolve(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return view(actions.resolve(id, caller.principal(), Bodies.Note.of(note)));
  }

  @POST
  @Path("/reopen")
  @Operation(
      operationId = "reopenIncident",
      summary = "Reopen a resolved incident",
      description = "Begins a new round: paging starts again from the first step of the policy.")
  public IncidentView reopen(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return act(
        id, note, (incident, by, tx, times) -> incident.lifecycle().reopen(by, tx.now(), times));
  }

  @POST
  @Path("/severity")
  @Operation(
      operationId = "changeSeverity",
      summary = "Change the severity",
      description =
          "Needs a reason, which the timeline shows. A worse severity pages again, and begins a new round"
              + " if the incident is muted.")
  public IncidentView severity(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @Valid @NotNull(message = "A body is needed.") Bodies.SeverityChange body) {
    String reason = Bodies.clean(body.reason());
    return act(
        id,
        null,
        (incident, by, tx, times) ->
            incident.lifecycle().changeSeverity(body.severity(), reason, by, tx.now(), times));
  }

  @POST
  @Path("/tags")
  @Operation(
      operationId = "changeTags",
      summary = "Replace the tags",
      description = "Steps of the policy with conditions on tags are evaluated again.")
  public IncidentView tags(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @Valid @NotNull(message = "A body is needed.") Bodies.TagsChange body) {
    Set<String> tags = Tags.of(body.tags());
    return act(
        id, null, (incident, by, tx, times) -> incident.lifecycle().changeTags(tags, by, tx.now()));
  }

  @POST
  @Path("/assign")
  @Operation(
      operationId = "assignIncident",
      summary = "Assign an incident to another team or policy",
      description =
          "Begins a new round at once; queued pages of the old policy are dropped. A team or policy that"
              + " does not exist is refused; one that could not be looked up, because its service did"
              + " not answer, is named in the header Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "200",
      description = "Assigned",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  @APIResponse(
      responseCode = "400",
      description = "The body is not valid, or names a team or policy that does not exist")
  @APIResponse(responseCode = "409", description = "The incident is resolved: reopen it instead")
  public Response assign(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @Valid @NotNull(message = "A body is needed.") Bodies.Assignment body) {
    if (body.team() == null && body.policy() == null) {
      throw Problem.invalid("", "A team is needed, or a policy, or both.");
    }
    List<Directory.Named> notChecked = names.check(body.team(), body.policy());
    IncidentView assigned = view(actions.assign(id, caller.principal(), body));
    return NotChecked.tell(Response.ok(assigned).build(), notChecked);
  }

  @POST
  @Path("/mute")
  @Operation(
      operationId = "muteIncident",
      summary = "Mute an incident until an instant",
      description =
          "Nobody is paged about it until then, and queued pages are dropped. The end begins a new round,"
              + " unless somebody has acknowledged; a worse alert or severity begins one at once.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "The incident is resolved")
  public IncidentView mute(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @Valid @NotNull(message = "A body is needed.") Bodies.Silence body) {
    String reason = Bodies.clean(body.reason());
    return act(
        id,
        null,
        (incident, by, tx, times) ->
            incident.lifecycle().mute(body.untilAfter(tx.now()), reason, by, tx.now()));
  }

  @POST
  @Path("/snooze")
  @Operation(
      operationId = "snoozeIncident",
      summary = "Snooze an incident until an instant",
      description = "Acknowledges the incident; the end begins a new round, which pages again.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "The incident is resolved")
  public IncidentView snooze(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @Valid @NotNull(message = "A body is needed.") Bodies.Silence body) {
    String reason = Bodies.clean(body.reason());
    return act(
        id,
        null,
        (incident, by, tx, times) ->
            incident.lifecycle().snooze(body.untilAfter(tx.now()), reason, by, tx.now()));
  }

  @POST
  @Path("/unmute")
  @Operation(
      operationId = "unmuteIncident",
      summary = "End a mute or snooze",
      description = "Begins a new round, unless somebody has acknowledged a muted incident.")
  public IncidentView unmute(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return act(
        id, note, (incident, by, tx, times) -> incident.lifecycle().unmute(by, tx.now(), times));
  }

  @POST
  @Path("/comment")
  @Operation(
      operationId = "commentIncident",
      summary = "Comment on an incident",
      description =
          "The comment is an entry of the timeline. A comment of a person is an update: it puts an"
              + " acknowledgement time-out off.")
  @APIResponse(
      responseCode = "200",
      description = "The incident",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  public Response comment(
      @PathParam("id") @Parameter(example = "INC-12") String id,
      @HeaderParam("Idempotency-Key") @Parameter(example = "a1b2") String key,
      @Valid @NotNull(message = "A body is needed.") Bodies.Comment body) {
    Principal principal = caller.principal();
    String text = Bodies.clean(body.text());
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
                      incident.lifecycle().comment(text, by, same.now()));
          return Answer.ok(IncidentView.of(after, tx.now(), links.of(after)));
        });
  }

  private IncidentView act(String id, Bodies.Note note, IncidentActions.Action action) {
    return view(actions.act(id, caller.principal(), Bodies.Note.of(note), action));
  }

  private IncidentView view(Incident incident) {
    return database.read(tx -> IncidentView.of(incident, tx.now(), links.of(incident)));
  }
}
