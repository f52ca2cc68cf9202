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
 * What is done with an incident. Each answers 200 and the incident, also when it is so already, and
 * each needs the right {@code responder} for the incident's team.
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
      summary = "I see this: stops paging",
      description =
          "Answers with the incident also when it was acknowledged before. Whoever acknowledges after"
              + " others is recorded, too, and is not called again for it.")
  public IncidentView acknowledge(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return view(actions.acknowledge(id, caller.principal(), Bodies.Note.of(note)));
  }

  @POST
  @Path("/unacknowledge")
  @Operation(
      operationId = "unacknowledgeIncident",
      summary = "Somebody else must be told: begins a new round",
      description = "Paging begins again from the first step of the policy.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "It is resolved: reopen it instead")
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
      summary = "It is over",
      description =
          "Alerts that go on firing stay quiet for the integration's 'suppressAfterResolve', then"
              + " reopen it; a new alert of the group reopens it at once.")
  public IncidentView resolve(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return view(actions.resolve(id, caller.principal(), Bodies.Note.of(note)));
  }

  @POST
  @Path("/reopen")
  @Operation(
      operationId = "reopenIncident",
      summary = "It is not over: begins a new round",
      description = "Paging begins again from the first step of the policy.")
  public IncidentView reopen(
      @PathParam("id") @Parameter(example = "INC-12") String id, @Valid Bodies.Note note) {
    return act(
        id, note, (incident, by, tx, times) -> incident.lifecycle().reopen(by, tx.now(), times));
  }

  @POST
  @Path("/severity")
  @Operation(
      operationId = "changeSeverity",
      summary = "Another severity, with the reason",
      description = "A more severe one than was acknowledged begins a new round.")
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
      summary = "The tags it shall have from now on",
      description =
          "They replace those it had; steps of the policy that ask for tags are judged anew.")
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
      summary = "Another team or policy has it from now on: begins a new round at once",
      description =
          "Pages that the old policy still has queued are dropped. A team or policy that does not"
              + " exist is refused; what could not be looked up, because its service did not answer,"
              + " stands in the header Watchbill-Not-Checked.")
  @APIResponse(
      responseCode = "200",
      description = "Assigned",
      content = @Content(schema = @Schema(implementation = IncidentView.class)))
  @APIResponse(responseCode = "400", description = "What is wrong; also names of nothing")
  @APIResponse(responseCode = "409", description = "It is resolved: reopen it instead")
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
      summary = "Nobody is told before an instant",
      description =
          "Queued pages are dropped. Its end begins a new round, unless somebody has acknowledged;"
              + " so does what is worse than it was.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "It is resolved")
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
      summary = "I see this, and want to be told again at an instant",
      description = "Acknowledges; its end begins a new round.")
  @APIResponse(responseCode = "200", description = "The incident")
  @APIResponse(responseCode = "409", description = "It is resolved")
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
      summary = "Ends a mute or a snooze before its time",
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
      summary = "Says something; a sign of life",
      description = "It stands in the timeline, with who said it and when.")
  @APIResponse(
      responseCode = "200",
      description = "Said",
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
                  actions.find(tx, id),
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
