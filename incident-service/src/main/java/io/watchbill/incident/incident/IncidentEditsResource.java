package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.alert.Tags;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.peer.Directory;
import io.watchbill.kit.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changes what an incident is: its severity, its tags, and whose it is. */
@Path("/v1/incidents/{id}")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "actions")
public class IncidentEditsResource {
  private final IncidentActions actions;
  private final IncidentAnswers answers;
  private final TeamsAndPolicies names;
  private final Caller caller;

  IncidentEditsResource(
      IncidentActions actions, IncidentAnswers answers, TeamsAndPolicies names, Caller caller) {
    this.actions = actions;
    this.answers = answers;
    this.names = names;
    this.caller = caller;
  }

  @POST
  @Path("/severity")
  @Operation(operationId = "changeSeverity", summary = "Change the severity")
  public IncidentView severity(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.SeverityChange body) {
    String reason = IncidentBodies.clean(body.reason());
    return answers.act(
        id,
        null,
        (incident, by, tx, times) ->
            incident
                .lifecycle()
                .edits()
                .changeSeverity(body.severity(), reason, by, tx.now(), times));
  }

  @POST
  @Path("/tags")
  @Operation(operationId = "changeTags", summary = "Replace the tags")
  public IncidentView tags(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.TagsChange body) {
    Set<String> tags = Tags.of(body.tags());
    return answers.act(
        id,
        null,
        (incident, by, tx, times) -> incident.lifecycle().edits().changeTags(tags, by, tx.now()));
  }

  @POST
  @Path("/assign")
  @Operation(
      operationId = "assignIncident",
      summary = "Assign an incident to another team or policy")
  public Response assign(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Assignment body) {
    if (body.team() == null && body.policy() == null) {
      throw Problem.invalid("", "A team is needed, or a policy, or both.");
    }
    List<Directory.Named> notChecked = names.check(body.team(), body.policy());
    IncidentView assigned = answers.view(actions.assign(id, caller.principal(), body));
    return NotChecked.tell(Response.ok(assigned).build(), notChecked);
  }
}
