package io.watchbill.incident.incident;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.watchbill.incident.alert.Cleaner;
import io.watchbill.incident.alert.Tags;
import io.watchbill.incident.directory.TeamsAndPolicies;
import io.watchbill.incident.lifecycle.Actor;
import io.watchbill.kit.access.Caller;
import io.watchbill.kit.access.Principal;
import io.watchbill.kit.access.Rights;
import io.watchbill.kit.database.Tx;
import io.watchbill.kit.http.NotChecked;
import io.watchbill.kit.id.Ids;
import io.watchbill.kit.idempotency.Answer;
import io.watchbill.kit.idempotency.IdempotencyKeys;
import io.watchbill.kit.peer.Directory;
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
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Opens incidents by hand. */
@Path("/v1/incidents")
@RolesAllowed(Rights.RESPONDER)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "incidents")
public class OpeningResource {
  private final Incidents incidents;
  private final IdempotencyKeys idempotency;
  private final IncidentAnswers answers;
  private final TeamsAndPolicies names;
  private final Caller caller;
  private final Actors actors;

  OpeningResource(
      Incidents incidents,
      IdempotencyKeys idempotency,
      IncidentAnswers answers,
      TeamsAndPolicies names,
      Caller caller,
      Actors actors) {
    this.incidents = incidents;
    this.idempotency = idempotency;
    this.answers = answers;
    this.names = names;
    this.caller = caller;
    this.actors = actors;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(operationId = "openIncident", summary = "Open an incident")
  public Response open(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Valid @NotNull(message = "A body is needed.") IncidentBodies.Open body) {
    Principal principal = caller.principal();
    IncidentActions.require(principal, body.team());
    List<Directory.Named> notChecked = names.check(body.team(), body.policy());
    Response answer =
        idempotency.once(
            key,
            principal.getName(),
            "POST /v1/incidents",
            body,
            tx -> opened(tx, body, principal));
    return NotChecked.tell(answer, notChecked);
  }

  private Answer opened(Tx tx, IncidentBodies.Open body, Principal principal) {
    Actor by = actors.of(principal);
    NewIncident opened =
        new NewIncident(
            new Cleaner().line(body.title(), IncidentBodies.TITLE),
            body.team(),
            body.policyIfAny(),
            Optional.empty(),
            body.severity(),
            Tags.of(body.tagsOrNone()),
            "reported by " + by,
            Optional.empty());
    Incident incident = incidents.open(tx, Ids.next(), opened, by);
    return Answer.created(
        answers.view(tx, incident), URI.create("/v1/incidents/" + incident.reference()));
  }
}
