package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
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

/** Legal holds: an incident under a hold outlives the retention, with all its history. */
@Path("/v1/incidents/{id}")
@RolesAllowed(Rights.LEGAL)
@RunOnVirtualThread
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "legal hold")
public class LegalHoldResource {
  private final IncidentActions actions;
  private final IncidentAnswers answers;
  private final Caller caller;

  LegalHoldResource(IncidentActions actions, IncidentAnswers answers, Caller caller) {
    this.actions = actions;
    this.answers = answers;
    this.caller = caller;
  }

  @POST
  @Path("/hold")
  @Operation(operationId = "holdIncident", summary = "Place a legal hold on an incident")
  public IncidentView hold(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Because body) {
    return set(id, true, body);
  }

  @POST
  @Path("/release")
  @Operation(operationId = "releaseIncident", summary = "Release a legal hold")
  public IncidentView release(
      @PathParam("id") String id,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Because body) {
    return set(id, false, body);
  }

  private IncidentView set(String id, boolean hold, IncidentBodies.Because body) {
    Principal principal = caller.principal();
    Incident incident = actions.hold(id, principal, hold, IncidentBodies.clean(body.reason()));
    return answers.view(incident);
  }
}
